namespace Revitalization.Contracts.Documents;

/// <summary>
/// A document to be published (政府信息公开): <c>PUT /api/documents/{id}</c>; a resource; county. May be put again until it is published;
/// another text makes all decisions void.
/// </summary>
/// <param name="Region">County or township code: whose document it is.</param>
/// <param name="IndexNumber">索引号; empty where there is none, which is a finding.</param>
/// <param name="DocumentNumber">发文字号; null where it has none.</param>
/// <param name="PublishedOn">Where it was published before it came here; null where publishing it here is the first time.</param>
/// <param name="Validity"><c>valid</c>, <c>superseded</c>, <c>repealed</c> or <c>unstated</c>.</param>
/// <param name="Text">The body as given, at most 150,000 characters; kept sealed, never in the log.</param>
/// <remarks>Refused with <c>document.*</c>: a personal number in title or summary, which would stand in the log for ever; a change after publication.</remarks>
public sealed record DocumentBody(
    string Region, string Title, string IndexNumber, string? DocumentNumber, string Issuer, string Topic, string Genre, DateOnly? MadeOn, DateOnly? PublishedOn,
    string Validity, string Summary, string Text);

/// <summary>
/// <c>PUT /api/documents/{id}/attachments/{sha256}</c>, after its bytes were put to <c>/api/documents/{id}/evidence/{sha256}</c>: JPEG, PNG, PDF or XLSX, at most
/// 10 MB; the registrar. <c>PUT …/removal</c> takes it off again. Either makes the review void.
/// </summary>
/// <param name="Name">What the public saves it as; the ending of its type is added where it is missing.</param>
public sealed record DocumentAttachmentBody(string Name);

/// <summary><c>PUT /api/documents/{id}/review</c>; an act of another person than the registrar; county. <c>If-Match</c> names the version that was looked at.</summary>
/// <param name="Decisions">Why what was found may be published; each error needs one.</param>
/// <param name="Return">Why it goes back to the registrar; null where it is approved.</param>
public sealed record DocumentReviewBody(IReadOnlyList<FindingDecisionBody> Decisions, string? Return = null);

/// <param name="Finding">Its id, from <c>GET /api/documents/{id}/findings</c>.</param>
/// <param name="Figures">Figures of the platform that the place states: once the document is public they count as published, and the next release takes them as known.</param>
public sealed record FindingDecisionBody(string Finding, string Reason, IReadOnlyList<StatedFigureBody>? Figures = null);

/// <param name="Region">The document's own place, or one within.</param>
/// <param name="Period"><c>2022</c>, <c>2022-Q2</c>.</param>
/// <param name="Value">In the indicator's unit.</param>
public sealed record StatedFigureBody(string Indicator, string Region, string Period, decimal Value);

/// <summary><c>PUT /api/documents/{id}/replacement</c>; county.</summary>
/// <param name="Successor">The published document that takes its place.</param>
public sealed record DocumentReplacementBody(string Successor, string Reason);

/// <summary><c>PUT /api/documents/{id}/repeal</c>; county. <c>PUT …/publication</c> has no body.</summary>
public sealed record DocumentRepealBody(string Reason);

/// <summary><c>POST /api/documents/reading</c>: reads a text as a page or a converter gave it; nothing is kept.</summary>
public sealed record DocumentReadingBody(string Text);

/// <summary><c>POST /api/documents/texts</c>: the text of a file (plain text or DOCX, at most 10 MB, the body itself); nothing is kept.</summary>
public sealed record DocumentTextView(string Text);

/// <summary>What a text says of itself.</summary>
/// <param name="Fields">By the field's name in <see cref="DocumentBody"/>, in its order.</param>
/// <param name="BodyStart">The text without the page's breadcrumbs, fields and footer.</param>
/// <param name="Cleaned">What converters had left in it.</param>
public sealed record DocumentReadingView(
    IReadOnlyList<ReadFieldView> Fields, IReadOnlyList<SectionView> Sections, int BodyStart, int BodyLength, IReadOnlyList<string> Cleaned, IReadOnlyList<string> Doubts);

/// <param name="Certainty"><c>certain</c>, <c>likely</c>, <c>guessed</c> or <c>missing</c>.</param>
/// <param name="Doubt">Why it is not certain.</param>
/// <param name="Start">Where it stands in the text.</param>
public sealed record ReadFieldView(string Field, string? Value, string Certainty, string? Doubt, int Start, int Length);

/// <param name="Level">1 一、 2 （一） 3 1. 4 (1); 0 without a number.</param>
public sealed record SectionView(int Level, string Number, string Heading, string Certainty, string? Doubt, int Start, int Length);
