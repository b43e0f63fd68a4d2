using System.Globalization;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Imports;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Sheets;
using Revitalization.Silo.Villages;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Imports.Writing;

/// <summary>
/// Writes what the register says now back into an uploaded sheet (回写): same headings, same order, cells that no field is mapped to
/// untouched, and only cells whose value differs changed; what the sheet lacks is added below. So whoever keeps the other system types nothing twice.
/// Who died or left keeps the row, since the other system takes nobody off for a missing one: the sheet says so where it has columns for it, and
/// a list of its own names those rows in every case.
/// </summary>
internal sealed class WriteBack(
    RegisterStates states, IKeyring keyring, VillageBook villages, RegionBook regions, AuditTrail audit, TimeProvider clock)
{
    private const int RowsPerQuery = 256;

    public async Task Write(string id, ReceiveImport import, SheetOpening sheet, SheetFormat format, Stream to, string account, CancellationToken cancellation)
    {
        await audit.Record(account, new PersonalDataRead($"import/{id}", "register", import.Region), cancellation);
        using var writer = SheetWriter.Open(to, format);
        WriteAbove(sheet, writer);
        writer.Write(sheet.Plan.Headings);
        var written = new WrittenRows(import.Kind);
        for (var rows = Take(sheet); rows.Count > 0; rows = Take(sheet)) await Write(rows, sheet.Plan, writer, written, cancellation);
        await AddNew(import.Region, sheet.Plan, writer, written, cancellation);
    }

    /// <summary>The rows of an uploaded sheet whose people or households are no longer there (减少名单).</summary>
    public async Task WriteDepartures(string id, ReceiveImport import, SheetOpening sheet, SheetFormat format, Stream to, string account, CancellationToken cancellation)
    {
        await audit.Record(account, new PersonalDataRead($"import/{id}", "register", import.Region), cancellation);
        using var writer = SheetWriter.Open(to, format);
        writer.Write(["行号", "户编号", "人编号", "姓名", "减少原因", "减少日期"]);
        for (var rows = Take(sheet); rows.Count > 0; rows = Take(sheet))
        {
            var bound = rows.ConvertAll(row => BoundRow.Bind(sheet.Plan, row, new CleaningTally()));
            var known = await Load([.. bound.Select(row => row.Find("household")).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
            foreach (var row in bound)
            {
                if (row.Find("household") is not { } household || !known.TryGetValue(household, out var standing) || Now(row, standing) is not { } now) continue;
                if (now("leftKind") is not { Length: > 0 } reason) continue;
                var name = row.Kind == ImportKinds.Members ? now("name") ?? row.Find("name") : null;
                writer.Write([row.Number.ToString(CultureInfo.InvariantCulture), household, row.Find("member") ?? "", name ?? "", reason, now("leftOn") ?? ""]);
            }
        }
    }

    // Where the sheet leaves rows out, they are blank: its rows keep their numbers.
    private static void WriteAbove(SheetOpening sheet, ISheetWriter writer)
    {
        var above = sheet.Above.ToDictionary(row => row.Number);
        for (var number = 1L; number < sheet.HeadingsAt; number++)
            writer.Write(above.TryGetValue(number, out var row) ? [.. row.Cells.Select(cell => cell.Text)] : []);
    }

    private static List<SheetRow> Take(SheetOpening sheet)
    {
        var rows = new List<SheetRow>(RowsPerQuery);
        while (rows.Count < RowsPerQuery && sheet.Next() is { } row) rows.Add(row);
        return rows;
    }

    private async Task Write(List<SheetRow> rows, ColumnPlan plan, ISheetWriter writer, WrittenRows written, CancellationToken cancellation)
    {
        var bound = rows.ConvertAll(row => BoundRow.Bind(plan, row, new CleaningTally()));
        var known = await Load([.. bound.Select(row => row.Find("household")).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        for (var at = 0; at < rows.Count; at++)
        {
            written.Add(bound[at]);
            var now = bound[at].Find("household") is { } household && known.TryGetValue(household, out var standing) ? Now(bound[at], standing) : null;
            writer.Write(Cells(rows[at], bound[at], plan, now));
        }
    }

    private async Task<Dictionary<string, Standing>> Load(List<string> households, CancellationToken cancellation)
    {
        var found = await states.Of(households, cancellation);
        var today = clock.ChinaToday();
        await villages.Ensure(found.Values.Select(state => state.VillageOn(today)).OfType<string>().Distinct(StringComparer.Ordinal));
        var persons = found.Values.SelectMany(state => state.Members).Select(member => member.DetailsOn(today).Person).Distinct().ToArray();
        var keys = await keyring.Keys(persons, cancellation);
        return found.ToDictionary(entry => entry.Key, entry => new Standing(entry.Key, entry.Value, today, keys), StringComparer.Ordinal);
    }

    private CurrentValue? Now(BoundRow row, Standing standing)
    {
        switch (row.Kind)
        {
            case ImportKinds.Households:
                return Household(standing);
            case ImportKinds.Members:
                return standing.State.Member(row.Find("member") ?? "") is { EverJoined: true } member ? CurrentValues.Member(standing, member) : null;
            default:
                var income = standing.Today is not null && Period.TryParse(row.Find("period") ?? "", out var quarter) ? standing.State.IncomeOf(quarter) : null;
                return CurrentValues.Income(standing, income);
        }
    }

    private CurrentValue Household(Standing standing)
    {
        var village = standing.Today?.Village ?? "";
        return CurrentValues.Household(standing, regions.Parent(village)?.Name ?? "", villages.Find(village)?.Name ?? "");
    }

    private static string[] Cells(SheetRow row, BoundRow bound, ColumnPlan plan, CurrentValue? now)
    {
        var cells = new string[Math.Max(plan.Headings.Count, row.Cells.Count)];
        for (var at = 0; at < cells.Length; at++) cells[at] = at < row.Cells.Count ? row.Cells[at].Text : "";
        if (now is null) return cells;
        foreach (var column in plan.Columns)
        {
            if (now(column.Field.Name) is not { } value || value == Said(column, bound, cells[column.Index])) continue;
            cells[column.Index] = CurrentValues.Written(column.Field, column.Unit, value);
        }
        return cells;
    }

    // What nobody reads from the sheet is compared as it stands there.
    private static string Said(PlannedColumn column, BoundRow bound, string cell) =>
        column.Field.Form == FieldForm.Derived ? cell.Trim() : bound.Find(column.Field.Name) ?? "";

    /// <summary>What the register has and the sheet lacks: households; their people; incomes of the periods the sheet is about.</summary>
    private async Task AddNew(string region, ColumnPlan plan, ISheetWriter writer, WrittenRows written, CancellationToken cancellation)
    {
        var after = "";
        for (var ids = await states.Next(region, after, RowsPerQuery, cancellation); ids.Count > 0; ids = await states.Next(region, after, RowsPerQuery, cancellation))
        {
            after = ids[^1];
            var known = await Load(ids, cancellation);
            foreach (var id in ids)
            {
                if (known.TryGetValue(id, out var standing) && standing.Today is not null) AddNew(standing, plan, writer, written);
            }
        }
    }

    private void AddNew(Standing standing, ColumnPlan plan, ISheetWriter writer, WrittenRows written)
    {
        foreach (var (stated, now) in written.Missing(standing, Household(standing)))
        {
            var cells = Enumerable.Repeat("", plan.Headings.Count).ToArray();
            foreach (var column in plan.Columns)
            {
                if ((stated.GetValueOrDefault(column.Field.Name) ?? now(column.Field.Name) ?? Place(standing, column.Field.Name)) is { } value)
                    cells[column.Index] = CurrentValues.Written(column.Field, column.Unit, value);
            }
            writer.Write(cells);
        }
    }

    private string? Place(Standing standing, string field)
    {
        RegionLevel? level = field switch { "province" => RegionLevel.Province, "city" => RegionLevel.City, "county" => RegionLevel.County, _ => null };
        return level is null ? null : regions.Ancestors(standing.Today!.Village).FirstOrDefault(region => region.Level == level)?.Name;
    }
}
