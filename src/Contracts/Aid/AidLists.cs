namespace Revitalization.Contracts.Aid;

/// <summary>The numbers of one flow of money, which are never one another (六个口径): reported ≥ confirmed ≥ allocated ≥ paid.</summary>
/// <param name="ReportedFen">已报告: left the partner's house and not taken back.</param>
/// <param name="ConfirmedFen">已确认 by the county.</param>
/// <param name="AllocatedFen">已下达: of what is confirmed, given to projects; money only.</param>
/// <param name="PaidFen">已支付 by projects; money only.</param>
/// <param name="OutstandingFen">未支付: confirmed money less paid.</param>
/// <param name="UnansweredFen">待确认: reported and neither confirmed nor refused.</param>
public sealed record AidSum(long ReportedFen, long ConfirmedFen, long AllocatedFen, long PaidFen, long OutstandingFen, long UnansweredFen);

/// <summary><c>GET /api/partnerships</c>: those the reader may see. Sums are over all years.</summary>
/// <param name="Silent">Reports the county has left unanswered past its day.</param>
public sealed record PartnershipRow(
    string Code, string Kind, string Donor, string DonorName, string Recipient, string RecipientName, int StartYear, int? EndYear, int Reports, int Silent, AidSum Sum);

/// <summary>One row of <c>GET /api/aid/reports?partnership=&amp;region=&amp;year=&amp;state=&amp;field=&amp;form=&amp;silent=&amp;shared=&amp;cursor=&amp;limit=</c>; <c>.xlsx</c> for the whole list.</summary>
/// <param name="Shared">Another report names the same invoice, transfer or file.</param>
/// <param name="Sum">Attributed to reports in the order of their confirmation.</param>
public sealed record AidReportRow(
    string Id, string Partnership, int Year, string Field, string Form, string Title, decimal Quantity, string Unit, AidSum Sum, DateOnly DeliveredOn,
    string Recipient, string RecipientName, string State, DateOnly? AskedOn, DateOnly? AnswerDueOn, bool IsSilent, DateOnly? ConfirmedOn, int Comments, bool Shared)
{
    /// <summary>What the report says, whatever its state.</summary>
    public long StatedFen { get; init; }
}

/// <summary>The pipeline (办理进度): <c>GET /api/aid/reports/counts</c> with the list's filters; every state once, in order.</summary>
public sealed record AidReportCounts(IReadOnlyList<AidStateCount> States, int Silent);

/// <param name="StatedFen">What the reports in this state say, added up.</param>
public sealed record AidStateCount(string State, int Reports, long StatedFen);

/// <summary>The same paper or file behind other reports: <c>GET /api/partnerships/{code}/reports/{id}/shared</c>. Where the reader may not see the other, its id and partnership are null.</summary>
/// <param name="Kind"><c>invoice</c>, <c>transfer</c> or <c>evidence</c>.</param>
public sealed record SharedPaper(string Kind, string Number, string? Report, string? Partnership, string State);

/// <summary><c>GET /api/aid/totals?level=&amp;side=&amp;year=</c>: confirmed flows added up; each report counts in one row.</summary>
/// <param name="Level"><c>partnership</c>, <c>county</c>, <c>city</c>, <c>province</c> or <c>national</c>.</param>
/// <param name="Side"><c>recipient</c> or <c>donor</c>.</param>
public sealed record AidTotals(string Level, string Side, int? Year, IReadOnlyList<AidTotal> Rows);

/// <param name="Code">Of the partnership or region; <c>CN</c> for all.</param>
public sealed record AidTotal(string Code, string Name, int Reports, AidSum Sum, IReadOnlyList<AidFieldSum> Fields);

public sealed record AidFieldSum(string Field, int Reports, AidSum Sum);

/// <summary><c>GET /api/aid/board?partnership=&amp;region=&amp;year=</c>: plan against delivered, and what waits, for both sides alike.</summary>
public sealed record AidBoard(int Year, DateOnly On, AidSum Sum, IReadOnlyList<AidBoardLine> Lines, IReadOnlyList<SalesFloorLine> Sales, IReadOnlyList<AidReportRow> Silent);

/// <summary>One field of one partnership's plan. Figures link to <c>/api/aid/reports</c> with the same partnership, year and field.</summary>
/// <param name="GapFen">Planned less confirmed; never below zero.</param>
/// <param name="State"><c>met</c> 已完成, <c>over-plan</c> 超计划, <c>on-track</c> 进行中, <c>late</c> 逾期未完成 or <c>unplanned</c> 计划外.</param>
public sealed record AidBoardLine(
    string Partnership, string Field, long PlannedFen, long ReportedFen, long ConfirmedFen, long GapFen, int PlannedProjects, int Projects,
    int PlannedPeople, int People, DateOnly? DueOn, string State);

/// <summary>消费帮扶 against its floor (保底销售额): confirmed purchases.</summary>
public sealed record SalesFloorLine(string Partnership, long FloorFen, long ConfirmedFen, long GapFen);

/// <summary>A partnership's year as a document: <c>GET /api/partnerships/{code}/years/{year}</c>; <c>.xlsx</c> for the sheet.</summary>
public sealed record AidYear(
    PartnershipView Partnership, int Year, DateOnly On, AidBoard Board, IReadOnlyList<AidReportRow> Reports, IReadOnlyList<AidProjectRow> Projects,
    IReadOnlyList<ExchangeView> Exchanges);

/// <summary>What the partner's money became.</summary>
public sealed record AidProjectRow(string Id, string Name, string Region, string RegionName, string Stage, long BudgetFen, long AllocatedFen, long PaidFen, int Assets, int Beneficiaries);

/// <summary>A signed receipt (签名回执) of one act on a report: <c>GET /api/partnerships/{code}/reports/{id}/receipts</c>; the reply to a write of either side holds its own too.</summary>
/// <param name="Act">Event type, such as <c>aid-report.confirmed</c>.</param>
/// <param name="Signature">ES256 over the receipt's canonical JSON without this field, base64url.</param>
public sealed record SignedReceipt(
    string Report, string Partnership, string Act, string Stream, long Version, long Seq, DateTimeOffset RecordedAt, string By, long AmountFen, string ContentHash,
    string KeyId, string Signature);
