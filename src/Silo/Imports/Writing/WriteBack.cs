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
/// untouched, and only cells whose value differs changed. So whoever keeps the other system types nothing twice.
/// </summary>
internal sealed class WriteBack(
    RegisterStates states, IKeyring keyring, VillageBook villages, RegionBook regions, AuditTrail audit, TimeProvider clock)
{
    private const int RowsPerQuery = 256;

    public async Task Write(string id, ReceiveImport import, SheetOpening sheet, SheetFormat format, Stream to, string account, CancellationToken cancellation)
    {
        await audit.Record(account, new PersonalDataRead($"import/{id}", "register", import.Region), cancellation);
        using var writer = SheetWriter.Open(to, format);
        writer.Write(sheet.Plan.Headings);
        var written = new HashSet<string>(StringComparer.Ordinal);
        for (var rows = Take(sheet); rows.Count > 0; rows = Take(sheet)) await Write(rows, sheet.Plan, writer, written, cancellation);
        if (import.Kind == ImportKinds.Households) await AddNew(import.Region, sheet.Plan, writer, written, cancellation);
    }

    private static List<SheetRow> Take(SheetOpening sheet)
    {
        var rows = new List<SheetRow>(RowsPerQuery);
        while (rows.Count < RowsPerQuery && sheet.Next() is { } row) rows.Add(row);
        return rows;
    }

    private async Task Write(List<SheetRow> rows, ColumnPlan plan, ISheetWriter writer, HashSet<string> written, CancellationToken cancellation)
    {
        var bound = rows.ConvertAll(row => BoundRow.Bind(plan, row, new CleaningTally()));
        var households = bound.Select(row => row.Find("household")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = await Load(households, cancellation);
        for (var at = 0; at < rows.Count; at++)
        {
            var household = bound[at].Find("household");
            if (household is not null) written.Add(household);
            var now = household is not null && known.States.TryGetValue(household, out var state) ? Now(bound[at], state, known.Keys, plan) : null;
            writer.Write(Cells(rows[at], bound[at], plan, now));
        }
    }

    private async Task<Known> Load(List<string> households, CancellationToken cancellation)
    {
        var found = await states.Of(households, cancellation);
        var today = clock.ChinaToday();
        await villages.Ensure(found.Values.Select(state => state.VillageOn(today)).OfType<string>().Distinct(StringComparer.Ordinal));
        var persons = found.Values.SelectMany(state => state.Members).Select(member => member.DetailsOn(today).Person).Distinct().ToArray();
        return new(found, await keyring.Keys(persons, cancellation));
    }

    private sealed record Known(Dictionary<string, Household> States, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> Keys);

    private CurrentValue? Now(BoundRow row, Household state, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> keys, ColumnPlan plan)
    {
        if (state.AsOf(clock.ChinaToday()) is not { Exists: true } view) return null;
        switch (plan.Layout.Kind)
        {
            case ImportKinds.Households:
                return CurrentValues.Household(view, regions.Parent(view.Village)?.Name ?? "", villages.Find(view.Village)?.Name ?? "");
            case ImportKinds.Members:
                return view.Members.FirstOrDefault(member => member.MemberId == row.Find("member")) is { } member
                    ? CurrentValues.Member(member, keys)
                    : null;
            default:
                return Period.TryParse(row.Find("period") ?? "", out var quarter) && state.IncomeOf(quarter) is { } income ? CurrentValues.Income(income) : null;
        }
    }

    private static string[] Cells(SheetRow row, BoundRow bound, ColumnPlan plan, CurrentValue? now)
    {
        var cells = new string[Math.Max(plan.Headings.Count, row.Cells.Count)];
        for (var at = 0; at < cells.Length; at++) cells[at] = at < row.Cells.Count ? row.Cells[at].Text : "";
        if (now is null) return cells;
        foreach (var column in plan.Columns)
        {
            if (now(column.Field.Name) is not { } value || value == (bound.Find(column.Field.Name) ?? "")) continue;
            cells[column.Index] = CurrentValues.Written(column.Field, column.Unit, value);
        }
        return cells;
    }

    private async Task AddNew(string region, ColumnPlan plan, ISheetWriter writer, HashSet<string> written, CancellationToken cancellation)
    {
        var after = "";
        for (var ids = await states.Next(region, after, RowsPerQuery, cancellation); ids.Count > 0; ids = await states.Next(region, after, RowsPerQuery, cancellation))
        {
            after = ids[^1];
            var missing = ids.FindAll(id => !written.Contains(id));
            var known = await Load(missing, cancellation);
            foreach (var id in missing)
            {
                if (known.States[id].AsOf(clock.ChinaToday()) is { Exists: true } view) writer.Write(NewRow(id, view, plan));
            }
        }
    }

    private string[] NewRow(string id, HouseholdView view, ColumnPlan plan)
    {
        var now = CurrentValues.Household(view, regions.Parent(view.Village)?.Name ?? "", villages.Find(view.Village)?.Name ?? "");
        var cells = Enumerable.Repeat("", plan.Headings.Count).ToArray();
        foreach (var column in plan.Columns)
        {
            var value = column.Field.Name switch { "household" => id, "effectiveOn" => PersonFields.Day(view.RegisteredOn), var field => now(field) };
            if (value is not null) cells[column.Index] = CurrentValues.Written(column.Field, column.Unit, value);
        }
        return cells;
    }
}
