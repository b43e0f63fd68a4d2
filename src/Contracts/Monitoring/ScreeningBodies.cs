using Revitalization.Contracts.Policies;

namespace Revitalization.Contracts.Monitoring;

/// <summary>Screens a whole county by its pack (筛查). <c>PUT /api/counties/{code}/screenings/{screening}</c>; county. Answers 202; progress and result by GET.</summary>
/// <param name="Kind"><c>income</c> (four-way income screening, 四类收入排查) or <c>needs</c> (basic needs, 两不愁三保障).</param>
/// <param name="Period">Quarter up to which incomes are looked at, such as <c>2023-Q3</c>.</param>
public sealed record ScreeningBody(string Kind, string Period);

/// <summary><c>GET /api/counties/{code}/screenings/{screening}</c>; the newest at <c>GET /api/counties/{code}/screenings</c>.</summary>
/// <param name="State"><c>running</c>, <c>completed</c> or <c>failed</c>.</param>
public sealed record ScreeningView(
    string Id, string Kind, string Period, string State, string Pack, long Screened, long Flagged, IReadOnlyList<ScreeningCount> ByReason, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

public sealed record ScreeningCount(string Reason, string Title, long Households);

/// <summary>A flagged household with its explanation: <c>GET /api/counties/{code}/screenings/{screening}/households?cursor=&amp;reason=&amp;region=</c>.</summary>
/// <param name="Reported">Whether a clue was reported of it by <c>PUT …/screenings/{screening}/clues</c>.</param>
public sealed record ScreenedHousehold(
    string Household, string VillageCode, string VillageName, string? HeadNameMasked, IReadOnlyList<string> Reasons, IReadOnlyList<ExplanationView> Because, bool Reported);

/// <summary>Reports clues of flagged households (生成线索). <c>PUT /api/counties/{code}/screenings/{screening}/clues</c>; may be repeated.</summary>
/// <param name="Households">Null: those that are not monitored yet and show a sign of risk; who was flagged only as resettled or for want of income data is reported only by name. At most 2,000.</param>
/// <param name="Cursor">Where the call before ended.</param>
public sealed record ScreeningCluesBody(DateOnly On, IReadOnlyList<string>? Households = null, string? Cursor = null);

/// <param name="NextCursor">Set where more are left than one call reports (2,000).</param>
public sealed record ScreeningCluesReply(long Reported, long AlreadyReported, long Refused, string? NextCursor = null);

/// <summary>A clue campaign (集中排查), such as April and October. <c>PUT /api/counties/{code}/campaigns/{campaign}</c>; a resource; county.</summary>
public sealed record CampaignBody(string Title, DateOnly From, DateOnly Until);

/// <remarks><c>GET /api/counties/{code}/campaigns</c> and <c>/{campaign}</c>. Counts are of the caller's own region.</remarks>
public sealed record CampaignView(string Id, string Title, DateOnly From, DateOnly Until, long Households, long Seen);

/// <summary>Coverage (覆盖情况) of a campaign: <c>GET /api/counties/{code}/campaigns/{campaign}/coverage?region=</c>.</summary>
/// <param name="By">Accounts that saw households there, with their counts.</param>
public sealed record CoverageRegion(string Code, string Name, long Households, long Seen, IReadOnlyList<CoverageBy> By);

public sealed record CoverageBy(string Account, long Seen);

/// <summary>A household not yet seen: <c>GET /api/counties/{code}/campaigns/{campaign}/unseen?region=&amp;cursor=</c>.</summary>
public sealed record UnseenHousehold(string Household, string VillageCode, string VillageName, string? HeadNameMasked);
