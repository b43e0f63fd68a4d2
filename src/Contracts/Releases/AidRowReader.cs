using System.Globalization;
using System.Text.Json;

namespace Revitalization.Contracts.Releases;

/// <summary>Reads the lines of aid back; null where the set is none of aid's.</summary>
internal static class AidRowReader
{
    public static object? Read(string set, JsonElement row) => set switch
    {
        PublicSets.Partnerships => new PublicPartnership(
            Text(row, "Code"), Text(row, "Kind"), Text(row, "DonorName"), Text(row, "DonorCode"), Text(row, "RecipientName"), Text(row, "RecipientCode"),
            Int(row, "StartYear"), Count(row, "EndYear")),
        PublicSets.Plans => new PublicPlan(
            Text(row, "PartnershipCode"), Int(row, "Year"), Long(row, "FundsFen"), Int(row, "Projects"), Int(row, "People"), Long(row, "SalesFloorFen"), Day(row, "IssuedOn")),
        PublicSets.PlanLines => new PublicPlanLine(
            Text(row, "PartnershipCode"), Int(row, "Year"), Text(row, "Field"), Long(row, "AmountFen"), Int(row, "Projects"), Int(row, "People"), Day(row, "DueOn")),
        PublicSets.AidReports => Report(row),
        PublicSets.Pairings => new PublicPairing(
            Text(row, "Id"), Text(row, "PartnershipCode"), Text(row, "Kind"), Text(row, "DonorParty"), Text(row, "RecipientParty"), Optional(row, "RecipientCode"),
            Day(row, "FromDay"), OptionalDay(row, "UntilDay")),
        PublicSets.Projects => Project(row),
        PublicSets.Assets => new PublicAsset(
            Text(row, "Id"), Text(row, "ProjectId"), Text(row, "Name"), Text(row, "Class"), Text(row, "RegionCode"), Long(row, "ValueFen"), Text(row, "Keeper")),
        PublicSets.Flows => new PublicFlow(
            Text(row, "FundId"), Text(row, "ProjectId"), Text(row, "Field"), Text(row, "Source"), Int(row, "Year"), Optional(row, "PartnershipCode"),
            Long(row, "AllocatedFen"), Long(row, "PaidFen")),
        _ => null,
    };

    private static PublicAidReport Report(JsonElement row) => new(
        Guid.ParseExact(Text(row, "Id"), "D"), Text(row, "PartnershipCode"), Int(row, "Year"), Text(row, "Field"), Text(row, "Form"),
        DecimalText.Read(Text(row, "Quantity"))!.Value, Text(row, "Unit"), Long(row, "ReportedFen"), Long(row, "ConfirmedFen"), Day(row, "DeliveredOn"),
        OptionalDay(row, "ReportedOn"), Text(row, "State"), OptionalDay(row, "ConfirmedOn"), Long(row, "AllocatedFen"), Long(row, "PaidFen"),
        Long(row, "OutstandingFen"), Text(row, "RecipientCode"), Optional(row, "Receipt"));

    private static PublicProject Project(JsonElement row) => new(
        Text(row, "Id"), Text(row, "Name"), Text(row, "RegionCode"), Optional(row, "PartnershipCode"), Int(row, "Year"), Text(row, "Category"), Text(row, "Stage"),
        row.GetProperty("WorkRelief").GetBoolean(), Long(row, "BudgetFen"), Long(row, "AllocatedFen"), Long(row, "ArrivedFen"), Long(row, "PaidFen"),
        Optional(row, "LabourPayFen") is null ? null : Long(row, "LabourPayFen"), Long(row, "CentralFen"),
        new(Count(row, "LabourHouseholds"), Count(row, "LabourPeople"), Count(row, "LabourLiftedHouseholds"), Count(row, "LabourLiftedPeople")),
        new(Day(row, "ProposedOn"), OptionalDay(row, "ApprovedOn"), OptionalDay(row, "ContractedOn"), OptionalDay(row, "StartedOn"),
            OptionalDay(row, "CompletedOn"), OptionalDay(row, "AcceptedOn"), OptionalDay(row, "HandedOverOn")));

    private static string Text(JsonElement row, string name) => Optional(row, name) ?? throw new JsonException($"{name} is null.");

    private static string? Optional(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static int Int(JsonElement row, string name) => row.GetProperty(name).GetInt32();

    private static int? Count(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    // One value has one form: what is written in another way is not what was signed.
    private static long Long(JsonElement row, string name)
    {
        var text = Text(row, name);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value.ToString(CultureInfo.InvariantCulture) == text
            ? value
            : throw new JsonException($"{name} is no whole number in canonical form.");
    }

    private static DateOnly Day(JsonElement row, string name) => OptionalDay(row, name) ?? throw new JsonException($"{name} is null.");

    private static DateOnly? OptionalDay(JsonElement row, string name) =>
        Optional(row, name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
