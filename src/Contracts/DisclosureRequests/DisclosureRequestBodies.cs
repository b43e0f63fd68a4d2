namespace Revitalization.Contracts.DisclosureRequests;

/// <summary>
/// A request for disclosure (依申请公开) as it came in: <c>PUT /api/disclosure-requests/{id}</c>; an act; county. Nothing of it ever enters the portal: who asks and what
/// for is sealed under the request's own key, the log knows kinds and days.
/// </summary>
/// <param name="Region">County or township whose body is asked.</param>
/// <param name="Applicant"><c>person</c>, <c>business</c>, <c>research</c>, <c>charity</c>, <c>legal-service</c> or <c>other-body</c>.</param>
/// <param name="Name">Name of the applicant, at most 100 characters.</param>
/// <param name="Contact">Address, telephone or mail, at most 200.</param>
/// <param name="Channel"><c>in-person</c>, <c>post</c>, <c>online</c> or <c>fax</c>.</param>
/// <param name="ReceivedOn">The day from which the law counts.</param>
/// <param name="Asked">What is asked for, at most 2,000.</param>
/// <param name="Form">How it is to be given, at most 200; null where nothing was said.</param>
/// <remarks>Refused with <c>disclosure-request.*</c>.</remarks>
public sealed record DisclosureRequestBody(
    string Region, string Applicant, string Name, string Contact, string Channel, DateOnly ReceivedOn, string Asked, string? Form = null);

/// <summary><c>PUT …/acceptance</c>, <c>…/supplement/receipt</c>, <c>…/consultation</c>, <c>…/consultation/end</c> and <c>…/withdrawal</c>: it happened on that day.</summary>
public sealed record RequestDayBody(DateOnly On);

/// <summary><c>PUT …/supplement</c>: within seven working days of receipt, once (条例第三十条).</summary>
/// <param name="What">What is missing, at most 500 characters.</param>
public sealed record SupplementBody(DateOnly On, string What);

/// <summary><c>PUT …/extension</c>: once, at most twenty working days, before the limit (条例第三十三条).</summary>
public sealed record ExtensionBody(DateOnly On, string Reason);

/// <summary><c>PUT …/answer</c>.</summary>
/// <param name="Kind">See <see cref="DisclosureRequestTerms.Answers"/>.</param>
/// <param name="Ground">The clause it rests on; required unless all is given.</param>
/// <param name="Text">What the applicant is told, at most 4,000 characters.</param>
public sealed record RequestAnswerBody(DateOnly On, string Kind, string? Ground, string Text);
