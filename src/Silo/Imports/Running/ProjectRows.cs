using System.Globalization;
using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Projects;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Monitoring.Evidence;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Rows of projects and payments (项目、支付) as the bodies that the HTTP API would take.</summary>
internal static class ProjectRows
{
    public static ProjectBody Project(BoundRow row) => new(
        row.Day("effectiveOn"), row.Text("name"), row.Text("category"), row.Text("region"), Year(row)!.Value, row.Fen("budget"), row.Find("partnership"), row.Flag("workRelief"));

    /// <param name="sheet">SHA-256 of the sheet, for rows that name no evidence of their own.</param>
    public static PaymentBody Payment(BoundRow row, string sheet) => new(
        row.Day("effectiveOn"), row.Text("allocation"), row.Fen("amount"), row.Text("purpose"), row.Text("voucher"), [row.Find("evidence") ?? sheet]);

    /// <summary>What a cell's form alone does not tell.</summary>
    public static bool Check(BoundRow row, string kind)
    {
        if (kind == ImportKinds.Projects && Year(row) is null) row.Refuse(ImportRowRefusal.NotANumber, "year");
        if (kind == ImportKinds.Payments && row.Find("evidence") is { } hash && !EvidenceFiles.IsHash(hash)) row.Refuse(ImportRowRefusal.EvidenceInvalid, "evidence");
        return row.Faults.Count == 0;
    }

    public static string FieldOf(string field) => field switch
    {
        "budgetFen" => "budget",
        "fen" => "amount",
        _ => field,
    };

    private static int? Year(BoundRow row) =>
        int.TryParse(row.Find("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999 ? year : null;
}
