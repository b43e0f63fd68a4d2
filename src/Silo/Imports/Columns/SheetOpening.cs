using Revitalization.Contracts.Imports;
using Revitalization.Domain.Text;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports.Columns;

/// <summary>
/// A sheet whose headings were found, ready to give its rows. Exported sheets often carry a title and a note above the headings,
/// so the headings are the row among the first ten that names the most known columns.
/// </summary>
public sealed class SheetOpening : IDisposable
{
    private const int RowsSearched = 10;

    private readonly Stream _file;
    private readonly ISheetReader _reader;

    private SheetOpening(Stream file, ISheetReader reader, ColumnPlan plan, SheetRow headings, List<SheetRow> first)
    {
        (_file, _reader, Plan, HeadingsAt) = (file, reader, plan, headings.Number);
        Above = [.. first.Where(row => row.Number < headings.Number)];
        _pending = new(first.Where(row => row.Number > headings.Number));
    }

    private readonly Queue<SheetRow> _pending;

    public ColumnPlan Plan { get; }

    /// <summary>Number of the headings' row.</summary>
    public long HeadingsAt { get; }

    /// <summary>The title and notes above the headings.</summary>
    public IReadOnlyList<SheetRow> Above { get; }

    /// <param name="file">Seekable; the sheet's from here on.</param>
    public static SheetOpening Open(
        Stream file, SheetFormat format, SheetLayout layout, IReadOnlyList<MappedColumn> mapping, SheetLimits limits, CleaningTally tally)
    {
        ISheetReader? reader = null;
        try
        {
            reader = format.Open(file, limits);
            var first = FirstRows(reader);
            var headings = HeadingsAmong(first, HeadingBook.Of(layout, mapping));
            var plan = ColumnPlan.Make(layout, mapping, [.. headings.Cells.Select(cell => cell.Text)], tally);
            return new SheetOpening(file, reader, plan, headings, first);
        }
        catch (SheetRefusedException)
        {
            reader?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>The next row that is not blank; null after the last.</summary>
    public SheetRow? Next()
    {
        for (var row = Take(); row is not null; row = Take())
        {
            if (!row.IsBlank) return row;
        }
        return null;
    }

    private SheetRow? Take() => _pending.TryDequeue(out var row) ? row : _reader.Read();

    private static List<SheetRow> FirstRows(ISheetReader reader)
    {
        var rows = new List<SheetRow>();
        while (rows.Count < RowsSearched && reader.Read() is { } row) rows.Add(row);
        return rows.Any(row => !row.IsBlank) ? rows : throw new SheetRefusedException(ImportRefusal.FileEmpty, "表内没有内容。");
    }

    private static SheetRow HeadingsAmong(List<SheetRow> rows, HeadingBook book) =>
        rows.Where(row => !row.IsBlank)
            .MaxBy(row => row.Cells.Count(cell => book.Find(TextCleaner.Heading(cell.Text).Value) is not null))!;

    public void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }
}
