using System.Globalization;
using System.Text.Json.Nodes;

namespace Revitalization.Contracts.Releases;

/// <summary>The lines of aid between partners. Fields are named one by one: what is added to a record stays private until it stands here.</summary>
public sealed partial record RowLine
{
    public static RowLine Of(PublicPartnership row) => Make(PublicSets.Partnerships, row.Code, new JsonObject
    {
        ["Code"] = row.Code, ["Kind"] = row.Kind, ["DonorName"] = row.DonorName, ["DonorCode"] = row.DonorCode, ["RecipientName"] = row.RecipientName,
        ["RecipientCode"] = row.RecipientCode, ["StartYear"] = row.StartYear, ["EndYear"] = row.EndYear,
    });

    public static RowLine Of(PublicPlan row) => Make(PublicSets.Plans, Invariant($"{row.PartnershipCode}/{row.Year}"), new JsonObject
    {
        ["PartnershipCode"] = row.PartnershipCode, ["Year"] = row.Year, ["FundsFen"] = Long(row.FundsFen), ["Projects"] = row.Projects,
        ["People"] = row.People, ["SalesFloorFen"] = Long(row.SalesFloorFen), ["IssuedOn"] = Day(row.IssuedOn),
    });

    public static RowLine Of(PublicPlanLine row) => Make(PublicSets.PlanLines, Invariant($"{row.PartnershipCode}/{row.Year}/{row.Field}"), new JsonObject
    {
        ["PartnershipCode"] = row.PartnershipCode, ["Year"] = row.Year, ["Field"] = row.Field, ["AmountFen"] = Long(row.AmountFen),
        ["Projects"] = row.Projects, ["People"] = row.People, ["DueOn"] = Day(row.DueOn),
    });

    public static RowLine Of(PublicAidReport row) => Make(PublicSets.AidReports, row.Id.ToString("D"), new JsonObject
    {
        [nameof(Id)] = row.Id.ToString("D"), ["PartnershipCode"] = row.PartnershipCode, ["Year"] = row.Year, ["Field"] = row.Field, ["Form"] = row.Form,
        ["Quantity"] = DecimalText.Write(row.Quantity), ["Unit"] = row.Unit, ["ReportedFen"] = Long(row.ReportedFen), ["ConfirmedFen"] = Long(row.ConfirmedFen),
        ["DeliveredOn"] = Day(row.DeliveredOn), ["ReportedOn"] = Day(row.ReportedOn), ["State"] = row.State, ["ConfirmedOn"] = Day(row.ConfirmedOn),
        ["AllocatedFen"] = Long(row.AllocatedFen), ["PaidFen"] = Long(row.PaidFen), ["OutstandingFen"] = Long(row.OutstandingFen),
        ["RecipientCode"] = row.RecipientCode, ["Receipt"] = row.Receipt,
    });

    public static RowLine Of(PublicPairing row) => Make(PublicSets.Pairings, row.Id, new JsonObject
    {
        [nameof(Id)] = row.Id, ["PartnershipCode"] = row.PartnershipCode, ["Kind"] = row.Kind, ["DonorParty"] = row.DonorParty, ["RecipientParty"] = row.RecipientParty,
        ["RecipientCode"] = row.RecipientCode, ["FromDay"] = Day(row.FromDay), ["UntilDay"] = Day(row.UntilDay),
    });

    public static RowLine Of(PublicProject row) => Make(PublicSets.Projects, row.Id, new JsonObject
    {
        [nameof(Id)] = row.Id, ["Name"] = row.Name, ["RegionCode"] = row.RegionCode, ["PartnershipCode"] = row.PartnershipCode, ["Year"] = row.Year,
        ["Category"] = row.Category, ["Stage"] = row.Stage, ["WorkRelief"] = row.WorkRelief, ["BudgetFen"] = Long(row.BudgetFen),
        ["AllocatedFen"] = Long(row.AllocatedFen), ["ArrivedFen"] = Long(row.ArrivedFen), ["PaidFen"] = Long(row.PaidFen),
        ["LabourPayFen"] = row.LabourPayFen is { } pay ? Long(pay) : null, ["CentralFen"] = Long(row.CentralFen),
        ["LabourHouseholds"] = row.Labour.Households, ["LabourPeople"] = row.Labour.People,
        ["LabourLiftedHouseholds"] = row.Labour.LiftedHouseholds, ["LabourLiftedPeople"] = row.Labour.LiftedPeople,
        ["ProposedOn"] = Day(row.Days.ProposedOn), ["ApprovedOn"] = Day(row.Days.ApprovedOn), ["ContractedOn"] = Day(row.Days.ContractedOn),
        ["StartedOn"] = Day(row.Days.StartedOn), ["CompletedOn"] = Day(row.Days.CompletedOn), ["AcceptedOn"] = Day(row.Days.AcceptedOn),
        ["HandedOverOn"] = Day(row.Days.HandedOverOn),
    });

    public static RowLine Of(PublicAsset row) => Make(PublicSets.Assets, row.Id, new JsonObject
    {
        [nameof(Id)] = row.Id, ["ProjectId"] = row.ProjectId, ["Name"] = row.Name, ["Class"] = row.Class, ["RegionCode"] = row.RegionCode,
        ["ValueFen"] = Long(row.ValueFen), ["Keeper"] = row.Keeper,
    });

    public static RowLine Of(PublicFlow row) => Make(PublicSets.Flows, $"{row.FundId}/{row.ProjectId}/{row.Field}", new JsonObject
    {
        ["FundId"] = row.FundId, ["ProjectId"] = row.ProjectId, ["Field"] = row.Field, ["Source"] = row.Source, ["Year"] = row.Year,
        ["PartnershipCode"] = row.PartnershipCode, ["AllocatedFen"] = Long(row.AllocatedFen), ["PaidFen"] = Long(row.PaidFen),
    });

    private static string Long(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
