using Revitalization.Contracts.Imports;
using Revitalization.Domain.Text;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>A column of the sheet that fills a field.</summary>
/// <param name="Index">Its place in the row, from 0.</param>
/// <param name="Heading">As the sheet writes it; names the column in the error file.</param>
public sealed record PlannedColumn(int Index, string Heading, SheetField Field, string Numbers, string Unit);

/// <summary>Which column fills which field: the source's saved mapping first, then the official layout's own headings.</summary>
public sealed class ColumnPlan
{
    private ColumnPlan(SheetLayout layout, IReadOnlyList<string> headings, IReadOnlyList<PlannedColumn> columns, IReadOnlyList<string> unknown)
    {
        (Layout, Headings, Columns, UnknownColumns) = (layout, headings, columns, unknown);
    }

    public SheetLayout Layout { get; }

    /// <summary>All headings in the sheet's order, as written.</summary>
    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<PlannedColumn> Columns { get; }

    public IReadOnlyList<string> UnknownColumns { get; }

    /// <exception cref="Reading.SheetRefusedException">A required column is missing, or two fill one field.</exception>
    public static ColumnPlan Make(SheetLayout layout, IReadOnlyList<MappedColumn> mapping, IReadOnlyList<string> headings, CleaningTally tally)
    {
        var book = HeadingBook.Of(layout, mapping);
        var columns = new List<PlannedColumn>();
        var unknown = new List<string>();
        for (var i = 0; i < headings.Count; i++)
        {
            var clean = TextCleaner.Heading(headings[i]);
            tally.Add(headings[i], clean.Done);
            if (book.Find(clean.Value) is { } found) columns.Add(new(i, headings[i].Trim(), found.Field, found.Numbers, found.Unit));
            else if (clean.Value.Length > 0) unknown.Add(headings[i].Trim());
        }
        Check(layout, columns);
        return new ColumnPlan(layout, headings, columns, unknown);
    }

    private static void Check(SheetLayout layout, List<PlannedColumn> columns)
    {
        var twice = columns.GroupBy(column => column.Field.Name).Where(group => group.Count() > 1).SelectMany(group => group).Select(column => column.Heading).ToList();
        if (twice.Count > 0) throw new Reading.SheetRefusedException(ImportRefusal.ColumnRepeated, $"以下列对应同一字段：{string.Join("、", twice)}。", twice);
        var present = columns.Select(column => column.Field.Name).ToHashSet(StringComparer.Ordinal);
        var missing = layout.Fields.Where(field => field.Required && !present.Contains(field.Name)).Select(field => field.Heading).ToList();
        if (layout.Kind == ImportKinds.Households && !present.Contains("villageCode") && !(present.Contains("township") && present.Contains("village")))
            missing.Add(layout.Field("villageCode").Heading);
        if (missing.Count > 0) throw new Reading.SheetRefusedException(ImportRefusal.ColumnMissing, $"缺少：{string.Join("、", missing)}。", missing);
    }
}
