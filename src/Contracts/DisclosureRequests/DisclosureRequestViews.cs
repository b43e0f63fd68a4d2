namespace Revitalization.Contracts.DisclosureRequests;

/// <summary><c>GET /api/disclosure-requests/{id}</c>: opened; who reads it is recorded.</summary>
/// <param name="Stage">See <see cref="DisclosureRequestTerms.Stages"/>.</param>
/// <param name="DueOn">The last day of the answer; null while the clock stands still, and once it is answered.</param>
/// <param name="IsProvisional">The working days of a year that is not published yet are in it.</param>
/// <param name="LastDayToAskSupplement">七个工作日.</param>
/// <param name="Late">Answered, or still open, after the last day.</param>
public sealed record DisclosureRequestView(
    string Id, DisclosureRequestBody Body, string RegionName, string Stage, DateOnly? DueOn, bool IsProvisional, bool IsAccepted, DateOnly LastDayToAskSupplement,
    DateOnly? SupplementAskedOn, string? Supplement, DateOnly? SupplementedOn, DateOnly? ConsultedFrom, DateOnly? ConsultedUntil, string? ExtensionReason,
    string? Answer, string? Ground, string? AnswerText, DateOnly? EndedOn, bool Late, long Version);

/// <summary>One of <c>GET /api/disclosure-requests?region=&amp;state=&amp;cursor=&amp;limit=</c>: open ones first, by the day of receipt. Names nobody.</summary>
public sealed record DisclosureRequestLine(
    string Id, string Region, string RegionName, string Applicant, string Channel, DateOnly ReceivedOn, string Stage, DateOnly? DueOn, bool IsProvisional,
    DateOnly? EndedOn, string? Answer, bool Late, long Version);

/// <summary><c>GET /api/disclosure-requests/years/{year}?region=</c>: the table of the yearly report (收到和处理政府信息公开申请情况).</summary>
/// <param name="Received">本年新收.</param>
/// <param name="CarriedIn">上年结转.</param>
/// <param name="Ended">办理结果.</param>
/// <param name="CarriedOut">结转下年度继续办理.</param>
/// <param name="Late">Of those ended: after the limit.</param>
public sealed record DisclosureRequestYearView(
    int Year, IReadOnlyList<ApplicantCount> Received, IReadOnlyList<ApplicantCount> CarriedIn, IReadOnlyList<AnswerCount> Ended, IReadOnlyList<ApplicantCount> CarriedOut, int Late);

public sealed record ApplicantCount(string Applicant, int Requests);

/// <param name="Answer">A kind of answer, or <c>withdrawn</c>.</param>
public sealed record AnswerCount(string Answer, string Applicant, int Requests);
