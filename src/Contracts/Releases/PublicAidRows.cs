namespace Revitalization.Contracts.Releases;

/// <summary>A partnership (协作关系). Words that stand for a kind, a field or a state are in PascalCase in every public set.</summary>
/// <param name="Kind">EastWest, ProvincialCounterpart or Designated.</param>
/// <param name="RecipientCode">Six digits of the county.</param>
public sealed record PublicPartnership(
    string Code, string Kind, string DonorName, string DonorCode, string RecipientName, string RecipientCode, int StartYear, int? EndYear);

/// <summary>A yearly plan (年度计划) as a whole.</summary>
/// <param name="FundsFen">What is planned in all fields together; sales have a floor of their own.</param>
/// <param name="SalesFloorFen">保底销售额 of 消费帮扶.</param>
public sealed record PublicPlan(string PartnershipCode, int Year, long FundsFen, int Projects, int People, long SalesFloorFen, DateOnly IssuedOn);

/// <summary>One field of a yearly plan.</summary>
/// <param name="Field">Funds, Industry, Labour, Talent, Consumption, Donation or Livelihood.</param>
public sealed record PublicPlanLine(string PartnershipCode, int Year, string Field, long AmountFen, int Projects, int People, DateOnly DueOn);

/// <summary>Support delivered (支援), as both sides know it. It has no title: staff type titles, and a title may name a person.</summary>
/// <param name="Form">Money, Goods, PeopleDays, TrainingPlaces, Purchase or Donation.</param>
/// <param name="ReportedOn">The day it left the partner's house, or was last corrected.</param>
/// <param name="State">Reported, Confirmed, Disputed, Returned or Withdrawn.</param>
/// <param name="OutstandingFen">Confirmed money that is not yet paid.</param>
/// <param name="Receipt">Content hash of the confirmation's receipt; null while there is none.</param>
public sealed record PublicAidReport(
    Guid Id, string PartnershipCode, int Year, string Field, string Form, decimal Quantity, string Unit, long ReportedFen, long ConfirmedFen,
    DateOnly DeliveredOn, DateOnly? ReportedOn, string State, DateOnly? ConfirmedOn, long AllocatedFen, long PaidFen, long OutstandingFen,
    string RecipientCode, string? Receipt);

/// <summary>Two bodies paired (结对).</summary>
/// <param name="Id">The partnership's code, a dot and the pairing's id.</param>
/// <param name="Kind">Township, Department, School, Hospital, Enterprise or Village.</param>
public sealed record PublicPairing(
    string Id, string PartnershipCode, string Kind, string DonorParty, string RecipientParty, string? RecipientCode, DateOnly FromDay, DateOnly? UntilDay);

/// <summary>A project of the library (项目).</summary>
/// <param name="ArrivedFen">Of what is allocated, what its funds had received.</param>
/// <param name="LabourPayFen">劳务报酬 paid; null where so few were paid that it would tell a person's pay.</param>
/// <param name="CentralFen">Central money allocated: the other basis of the labour share.</param>
public sealed record PublicProject(
    string Id, string Name, string RegionCode, string? PartnershipCode, int Year, string Category, string Stage, bool WorkRelief,
    long BudgetFen, long AllocatedFen, long ArrivedFen, long PaidFen, long? LabourPayFen, long CentralFen, LabourCounts Labour, StageDays Days);

/// <summary>People on work relief (以工代赈用工), of the month with most of them; a count below the threshold, or that would give one away, is null.</summary>
public sealed record LabourCounts(int? Households, int? People, int? LiftedHouseholds, int? LiftedPeople)
{
    public static readonly LabourCounts None = new(null, null, null, null);
}

/// <summary>The day each stage was reached; null where it is not.</summary>
public sealed record StageDays(
    DateOnly ProposedOn, DateOnly? ApprovedOn, DateOnly? ContractedOn, DateOnly? StartedOn, DateOnly? CompletedOn, DateOnly? AcceptedOn, DateOnly? HandedOverOn);

/// <summary>An asset that a project left (帮扶资产).</summary>
/// <param name="Class">Public, Operating or Household.</param>
/// <param name="RegionCode">Where it stands; of a household's asset the township.</param>
public sealed record PublicAsset(string Id, string ProjectId, string Name, string Class, string RegionCode, long ValueFen, string Keeper);

/// <summary>Money from a fund by field to a project (资金流向).</summary>
/// <param name="FundId">Such as <c>510821-2022-east-west</c>.</param>
/// <param name="Field">Of the report that promised it; Budget for money that a budget document promised.</param>
/// <param name="Source">资金来源, such as EastWest.</param>
/// <param name="PartnershipCode">Of the project; null where it belongs to none.</param>
public sealed record PublicFlow(
    string FundId, string ProjectId, string Field, string Source, int Year, string? PartnershipCode, long AllocatedFen, long PaidFen);
