namespace Revitalization.Contracts.Aid;

/// <summary>A check through the year (盘点验靶): <c>PUT /api/partnerships/{code}/checks/{period}</c>; an act; county. Freezes what the books say on that day.</summary>
/// <remarks>Periods: <c>2022-B1</c>…<c>B6</c> 双月盘点, <c>2022-Q1</c>…<c>Q4</c> 季度交账, <c>2022-H1</c> 半年验靶, <c>2022-Y</c> 年终考核.</remarks>
public sealed record AidCheckBody(DateOnly On);

/// <summary>What was found (发现问题): <c>PUT …/checks/{period}/findings/{finding}</c>; an act; county.</summary>
/// <param name="Field">The field of cooperation it concerns, or null.</param>
public sealed record FindingBody(DateOnly On, string Text, string Responsible, DateOnly DueOn, string? Field = null);

/// <summary>What was done about it (整改): <c>PUT …/findings/{finding}/rectification</c>; either side.</summary>
public sealed record RectificationBody(DateOnly On, string Text, IReadOnlyList<string>? Evidence = null);

/// <summary><c>PUT …/findings/{finding}/closure</c> (销号) by the county; <c>accepted</c> false sends it back (<c>…/closures/{act}</c> for a later one).</summary>
public sealed record ClosureBody(DateOnly On, bool Accepted, string? Reason = null);

/// <summary><c>GET /api/partnerships/{code}/checks</c> and <c>/checks/{period}</c>.</summary>
/// <param name="Rank">Among the partnerships checked for that period, by share of plan confirmed; 1 is best.</param>
public sealed record AidCheckView(
    string Partnership, string Period, string PeriodName, DateOnly On, AidSum Sum, long PlannedFen, int? DoneBasisPoints, int Rank, int Ranked,
    IReadOnlyList<AidBoardLine> Lines, IReadOnlyList<SalesFloorLine> Sales, IReadOnlyList<FindingView> Findings);

/// <param name="State"><c>open</c> 待整改, <c>rectified</c> 待验收 or <c>closed</c> 已销号.</param>
public sealed record FindingView(
    string Finding, DateOnly On, string Text, string Responsible, DateOnly DueOn, string? Field, string State, bool IsOverdue, string? Rectification, string? Reason);

/// <summary>Who is due to check what and has not: <c>GET /api/aid/checks/due</c>.</summary>
public sealed record AidCheckDue(string Partnership, string Period, string PeriodName, DateOnly DueOn, bool IsOverdue);
