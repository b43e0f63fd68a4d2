namespace Revitalization.Contracts.Projects;

/// <summary>A project of the library (项目库): <c>PUT /api/projects/{id}</c>; a resource; county.</summary>
/// <param name="Category"><c>industry</c>, <c>infrastructure</c>, <c>public-service</c>, <c>employment</c>, <c>resettlement</c>, <c>village</c>, <c>talent</c> or <c>other</c>.</param>
/// <param name="Region">County, township or village code.</param>
/// <param name="BudgetFen">总投资.</param>
/// <param name="WorkRelief">以工代赈.</param>
public sealed record ProjectBody(DateOnly On, string Name, string Category, string Region, int Year, long BudgetFen, string? Partnership = null, bool WorkRelief = false);

/// <summary>The next stage: <c>PUT /api/projects/{id}/stages/{stage}</c> with <c>approved</c>, <c>contracted</c>, <c>started</c>, <c>completed</c>, <c>accepted</c>, <c>handed-over</c> or <c>cancelled</c>.</summary>
/// <param name="Document">批复、合同、开工令、验收单…; the reason where cancelled.</param>
/// <param name="Papers">What each file of the evidence is, as <see cref="NextStage.Papers"/> names it, in its order; null: as many files as papers are asked for.</param>
public sealed record StageBody(DateOnly On, string Document, IReadOnlyList<string>? Evidence = null, IReadOnlyList<string>? Papers = null);

/// <summary>Money for the project (下达): <c>PUT /api/projects/{id}/allocations/{allocation}</c>; an act.</summary>
public sealed record AllocationBody(DateOnly On, string Fund, long Fen);

/// <summary>Unpaid money goes back to its fund (收回): <c>PUT /api/projects/{id}/allocations/{allocation}/returns/{return}</c>; an act.</summary>
public sealed record ReturnBody(DateOnly On, long Fen, string Reason);

/// <summary>A payment (支付): <c>PUT /api/projects/{id}/payments/{payment}</c>; an act.</summary>
/// <param name="Purpose"><c>labour</c> 劳务报酬, <c>works</c>, <c>materials</c> or <c>other</c>.</param>
public sealed record PaymentBody(DateOnly On, string Allocation, long Fen, string Purpose, string Voucher, IReadOnlyList<string> Evidence);

/// <summary>A month's pay roster (劳务报酬发放表): <c>PUT /api/projects/{id}/rosters/{month}</c>; counts and sum, names stay in the sealed file.</summary>
public sealed record RosterBody(
    DateOnly On, int Posts, int Households, int People, int LiftedHouseholds, int LiftedPeople, long PayFen, IReadOnlyList<string> Evidence);

/// <summary>A household benefits (受益农户): <c>PUT /api/projects/{id}/beneficiaries/{household}</c>.</summary>
public sealed record BeneficiaryBody(DateOnly On, string Benefit, long Fen = 0);

/// <summary><c>GET /api/projects/{id}</c>.</summary>
/// <param name="LabourOfTotal">劳务报酬占总投资, in basis points; null unless work relief.</param>
/// <param name="LabourOfCentral">劳务报酬占中央资金, in basis points; null where no central money was allocated.</param>
public sealed record ProjectView(
    string Id, string Name, string Category, string Region, string RegionName, int Year, string? Partnership, string Stage, bool WorkRelief,
    long BudgetFen, long AllocatedFen, long PaidFen, long LabourPayFen, long RosterPayFen, int? LabourOfTotal, int? LabourOfCentral, int Beneficiaries, long Version,
    IReadOnlyList<StageView> Stages, IReadOnlyList<AllocationView> Allocations, IReadOnlyList<PaymentView> Payments, NextStage? Next = null);

/// <summary>What the county's pack asks of the stage that comes next (下一阶段).</summary>
/// <param name="DueOn">Last day; null where no limit holds.</param>
/// <param name="Papers">所需材料.</param>
public sealed record NextStage(string Stage, DateOnly? DueOn, bool IsOverdue, IReadOnlyList<string> Papers);

public sealed record StageView(string Stage, DateOnly On, string Document);

public sealed record AllocationView(string Allocation, string Fund, long Fen, long LeftFen, long PaidFen);

public sealed record PaymentView(string Payment, DateOnly On, string Allocation, long Fen, string Purpose, string Voucher, bool Reversed);

/// <summary>One file that a stage, payment or roster names: <c>GET /api/projects/{id}/evidence</c>, for the county; the file itself at <c>…/evidence/{hash}</c>.</summary>
/// <param name="Kind"><c>stage</c>, <c>payment</c> or <c>roster</c>.</param>
/// <param name="Of">The stage's name, or the payment's or roster's id.</param>
/// <param name="IsThere">False of a hash whose file nobody has uploaded yet (附件待上传).</param>
public sealed record ProjectEvidence(string Kind, string Of, string Hash, bool IsThere);
