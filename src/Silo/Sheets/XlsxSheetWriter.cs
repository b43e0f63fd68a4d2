using Revitalization.Hosting.Sheets;

namespace Revitalization.Silo.Sheets;

/// <summary>A workbook of one sheet, a row at a time.</summary>
internal sealed class XlsxSheetWriter : ISheetWriter
{
    private readonly XlsxBookWriter _book;

    public XlsxSheetWriter(Stream file)
    {
        _book = new XlsxBookWriter(file, "Sheet1");
        _book.Begin();
    }

    public void Write(IReadOnlyList<string> cells) => _book.Write(cells);

    public void Dispose() => _book.Dispose();
}
