using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>One cell as the sheet holds it, before any cleaning; a fault says why it cannot be trusted.</summary>
public readonly record struct SheetCell(string Text, ImportRowRefusal? Fault = null)
{
    public static readonly SheetCell Empty = new("");

    public bool IsBlank => Fault is null && string.IsNullOrWhiteSpace(Text);
}

/// <param name="Number">The row's number as a spreadsheet shows it, from 1, the headings' rows included.</param>
public sealed record SheetRow(long Number, IReadOnlyList<SheetCell> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}

/// <summary>
/// Rows of one sheet in order, in memory that does not grow with their number (an XLSX keeps its shared strings, bounded).
/// Throws <see cref="SheetRefusedException"/> where the sheet cannot be read on.
/// </summary>
public interface ISheetReader : IDisposable
{
    /// <summary>The next row, blank ones included; null after the last.</summary>
    SheetRow? Read();
}
