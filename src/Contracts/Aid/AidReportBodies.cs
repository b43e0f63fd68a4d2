namespace Revitalization.Contracts.Aid;

/// <summary>Support delivered (支援): <c>PUT /api/partnerships/{code}/reports/{id}</c>; an act; partner city. Corrected by <see cref="CorrectionOfSupport"/>.</summary>
/// <param name="On">Day of the report, in China.</param>
/// <param name="Field">As in <see cref="PlanLineBody"/>.</param>
/// <param name="Form"><c>money</c>, <c>goods</c>, <c>people-days</c>, <c>training-places</c>, <c>purchase</c> or <c>donation</c>.</param>
/// <param name="Quantity">At most three decimals; 0 where money says it all.</param>
/// <param name="AmountFen">Money, or the stated value of what is not money.</param>
/// <param name="Recipient">Code of the county or township that received it.</param>
/// <param name="References">Invoices and transfers: each counts in one report only.</param>
/// <param name="Evidence">SHA-256 (hex) of files: <c>PUT /api/aid/evidence/{sha256}</c>, before the report or after it. At most 10 MB of JPEG, PNG, PDF or XLSX.</param>
public sealed record SupportBody(
    DateOnly On, int Year, string Field, string Form, string Title, decimal Quantity, string Unit, long AmountFen, DateOnly DeliveredOn,
    string Recipient, string? Pairing, IReadOnlyList<ReferenceBody> References, IReadOnlyList<string> Evidence);

/// <param name="Kind"><c>invoice</c> 发票 or <c>transfer</c> 转账.</param>
public sealed record ReferenceBody(string Kind, string Number);

/// <summary><c>PUT …/reports/{id}/corrections/{act}</c>; partner city; until it is confirmed.</summary>
public sealed record CorrectionOfSupport(SupportBody Support, string Reason);

/// <summary>The partner's second person lets the report out (复核): <c>PUT …/reports/{id}/signature</c>, after a correction <c>…/signatures/{act}</c>.</summary>
public sealed record SignatureBody(DateOnly On);

/// <summary><c>PUT …/reports/{id}/withdrawal</c>; partner city; until it is confirmed.</summary>
public sealed record ReportWithdrawalBody(DateOnly On, string Reason);

/// <summary>The county answers: <c>PUT …/reports/{id}/decision</c> (or <c>/decisions/{act}</c> for a later one).</summary>
/// <param name="Answer"><c>confirm</c>, <c>dispute</c>, <c>return</c> or <c>reopen</c> (takes a confirmation back).</param>
/// <param name="ConfirmedFen">Null: as reported.</param>
/// <param name="Reason">Needed unless confirmed in whole.</param>
public sealed record AnswerBody(DateOnly On, string Answer, long? ConfirmedFen = null, decimal? ConfirmedQuantity = null, string? Reason = null);

/// <summary><c>PUT …/reports/{id}/comments/{comment}</c>; either side.</summary>
public sealed record CommentBody(DateOnly On, string Text);

/// <summary><c>GET /api/partnerships/{code}/reports/{id}</c>.</summary>
/// <param name="AnswerDueOn">Last day for the county to answer; null where it has answered.</param>
/// <param name="IsSilent">The county has let its day to answer pass (超期未答).</param>
public sealed record AidReportView(
    string Id, string Partnership, int Year, string Field, string Form, string Title, decimal Quantity, string Unit, long ReportedFen, long ConfirmedFen,
    decimal ConfirmedQuantity, DateOnly DeliveredOn, string Recipient, string? Pairing, string State, DateOnly? AskedOn, DateOnly? ConfirmedOn, string? Reason,
    DateOnly? AnswerDueOn, bool IsSilent, long Version, IReadOnlyList<ReferenceBody> References, IReadOnlyList<string> Evidence,
    IReadOnlyList<CommentView> Comments)
{
    /// <summary>What the report says, whatever its state; <see cref="ReportedFen"/> is 0 while it is not with the county.</summary>
    public long StatedFen { get; init; }

    /// <summary>Of the evidence, what nobody has uploaded yet (附件待上传).</summary>
    public IReadOnlyList<string> EvidenceMissing { get; init; } = [];
}

public sealed record CommentView(string Comment, DateOnly On, string By, string Text);
