namespace Revitalization.Contracts.Aid;

/// <summary>An agreement (协议): <c>PUT /api/partnerships/{code}</c>; a resource; county.</summary>
/// <param name="Kind"><c>east-west</c> 东西部协作, <c>provincial-counterpart</c> 省内对口帮扶 or <c>designated</c> 定点帮扶.</param>
/// <param name="Donor">Code of the donor's province, city or district.</param>
/// <param name="Recipient">Six-digit code of the county.</param>
/// <param name="Document">The agreement's title or number.</param>
/// <param name="TwoSignatures">A second person of the partner's approves each report before it leaves (双人复核).</param>
public sealed record AgreementBody(string Kind, string Donor, string Recipient, int StartYear, int? EndYear, string Document, bool TwoSignatures = false);

/// <summary>A pairing (结对): <c>PUT /api/partnerships/{code}/pairings/{pairing}</c>; a resource.</summary>
/// <param name="Kind"><c>township</c>, <c>department</c>, <c>school</c>, <c>hospital</c>, <c>enterprise</c> or <c>village</c>.</param>
/// <param name="RecipientRegion">Needed for townships and villages: names repeat, codes do not.</param>
public sealed record PairingBody(string Kind, string DonorParty, string RecipientParty, string? RecipientRegion, DateOnly From, DateOnly? Until = null);

/// <summary>The yearly plan (年度计划), whole: <c>PUT /api/partnerships/{code}/plans/{year}</c>; a resource.</summary>
public sealed record PlanBody(DateOnly IssuedOn, IReadOnlyList<PlanLineBody> Lines, long SalesFloorFen = 0);

/// <param name="Field"><c>funds</c>, <c>industry</c>, <c>labour</c>, <c>talent</c>, <c>consumption</c>, <c>donation</c> or <c>livelihood</c>.</param>
public sealed record PlanLineBody(string Field, long AmountFen, int Projects, int People, DateOnly DueOn);

/// <summary>People exchanged (人员交流): <c>PUT /api/partnerships/{code}/exchanges/{exchange}</c>; how many, never who.</summary>
/// <param name="Kind"><c>secondment</c> 挂职, <c>training</c> 培训 or <c>specialist</c> 专技人才.</param>
public sealed record ExchangeBody(string Kind, string Party, int Headcount, DateOnly From, DateOnly Until);

/// <summary><c>GET /api/partnerships/{code}</c>.</summary>
public sealed record PartnershipView(
    string Code, string Kind, string Donor, string DonorName, string Recipient, string RecipientName, int StartYear, int? EndYear, string Document,
    bool TwoSignatures, long Version, IReadOnlyList<PairingView> Pairings, IReadOnlyList<PlanView> Plans, IReadOnlyList<ExchangeView> Exchanges);

public sealed record PairingView(string Pairing, string Kind, string DonorParty, string RecipientParty, string? RecipientRegion, DateOnly From, DateOnly? Until);

public sealed record PlanView(int Year, DateOnly IssuedOn, IReadOnlyList<PlanLineBody> Lines, long SalesFloorFen);

public sealed record ExchangeView(string Exchange, string Kind, string Party, int Headcount, DateOnly From, DateOnly Until);
