using System.Globalization;
using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Refusals;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>Why a cell, and with it its row, comes back.</summary>
/// <param name="Column">Heading as the sheet writes it; empty when the whole row is meant.</param>
/// <param name="Code">Refusal code, of <see cref="ImportRowRefusal"/> or of the rule in the register that was broken.</param>
public readonly record struct RowFault(string Column, string Code, bool Personal);

/// <summary>A row's values by field, read and cleaned; or its faults, all of them, so that a row is mended once.</summary>
public sealed class BoundRow
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);
    private readonly List<RowFault> _faults = [];
    private readonly ColumnPlan _plan;

    private BoundRow(ColumnPlan plan, long number) => (_plan, Number) = (plan, number);

    public long Number { get; }

    /// <summary>One of <see cref="ImportKinds"/>.</summary>
    public string Kind => _plan.Layout.Kind;

    public IReadOnlyList<RowFault> Faults => _faults;

    public static BoundRow Bind(ColumnPlan plan, SheetRow row, CleaningTally tally)
    {
        var bound = new BoundRow(plan, row.Number);
        if (row.Cells.Count > plan.Headings.Count && row.Cells.Skip(plan.Headings.Count).Any(cell => !cell.IsBlank))
            bound.Refuse(ImportRowRefusal.TooManyCells, "");
        foreach (var field in plan.Layout.Fields) bound._values[field.Name] = field.Fallback;
        foreach (var column in plan.Columns)
        {
            var cell = column.Index < row.Cells.Count ? row.Cells[column.Index] : SheetCell.Empty;
            bound.Take(column, CellValue.Read(column, cell, tally));
        }
        return bound;
    }

    private void Take(PlannedColumn column, CellValue read)
    {
        if (read.Refusal is { } refusal) _faults.Add(new(column.Heading, RefusalCatalog.CodeOf(refusal), column.Field.Personal));
        else _values[column.Field.Name] = read.Value;
    }

    /// <summary>Adds a fault on a field's column.</summary>
    public void Refuse(Enum refusal, string field) => Refuse(RefusalCatalog.CodeOf(refusal), field);

    public void Refuse(string code, string field)
    {
        // A sheet without village codes names its villages.
        var column = _plan.Columns.FirstOrDefault(planned => planned.Field.Name == field)
            ?? _plan.Columns.FirstOrDefault(planned => field == "villageCode" && planned.Field.Name == "village");
        _faults.Add(new(column?.Heading ?? "", code, column?.Field.Personal ?? false));
    }

    public string? Find(string field) => _values.GetValueOrDefault(field);

    /// <summary>A value found by other means than its own cell.</summary>
    public void Set(string field, string value) => _values[field] = value;

    public string Text(string field) => _values[field] ?? throw new InvalidOperationException($"Field {field} was bound to nothing; its row has faults.");

    public bool Flag(string field) => _values[field] == "true";

    public long Fen(string field) => long.Parse(Text(field), CultureInfo.InvariantCulture);

    public DateOnly Day(string field) => DateOnly.ParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
