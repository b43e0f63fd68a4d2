using Revitalization.Contracts.Households;
using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Villages;
using Revitalization.Silo.Imports.Columns;

namespace Revitalization.Silo.Imports.Running;

/// <summary>A bound row as the body that the HTTP API would take.</summary>
internal static class RowBodies
{
    public static VillageBody Village(BoundRow row) => new(
        row.Text("village"), row.Day("establishedOn"), row.Text("grade"), row.Flag("keyVillage"), row.Flag("weakIndustry"));

    public static HouseholdBody Household(BoundRow row) => new(
        row.Text("villageCode"), row.Text("kind"), row.Day("effectiveOn"), row.Find("group"), row.Find("monitored"),
        row.Flag("riskCleared"), row.Flag("resettled"), row.Find("resettlementSite"));

    public static MemberBody Member(BoundRow row) => new(
        row.Text("name"), row.Text("nationalId"), row.Text("relation"), row.Day("effectiveOn"), row.Text("labour"), row.Text("employment"),
        row.Text("schooling"), row.Flag("inSchool"), row.Flag("willingToWork"), row.Find("phone"), row.Find("bankAccount"), row.Find("health"));

    /// <summary>The reason stands with the income only where a figure already recorded changes.</summary>
    public static IncomeBody Income(BoundRow row, string import) => new(
        row.Fen("wage"), row.Fen("operating"), row.Fen("cost"), row.Fen("property"), row.Fen("transfer"), $"按导入 {import} 的表更新");

    /// <summary>The sheet's field of a field that a rule's refusal names.</summary>
    public static string FieldOf(string kind, string? refused) => kind switch
    {
        ImportKinds.AidReports => AidReportRows.FieldOf(refused),
        ImportKinds.Documents => DocumentImportRows.FieldOf(refused),
        _ => FieldOf(refused),
    };

    private static string FieldOf(string? registerField) => registerField switch
    {
        null => "",
        "id" => "household",
        "on" => "effectiveOn",
        "costs" => "cost",
        "clueId" => "clue",
        "site" => "resettlementSite",
        "code" or "village" => "villageCode",
        "from" => "establishedOn",
        _ => ProjectRows.FieldOf(registerField),
    };
}
