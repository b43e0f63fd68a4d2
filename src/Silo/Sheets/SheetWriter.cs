using System.Text;
using Revitalization.Hosting.Sheets;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Sheets;

/// <summary>Writes a sheet a row at a time; nothing of it is kept.</summary>
public interface ISheetWriter : IDisposable
{
    void Write(IReadOnlyList<string> cells);
}

public static class SheetWriter
{
    public static ISheetWriter Open(Stream file, SheetFormat format) => format.Encoding is { } encoding
        ? new CsvSheetWriter(file, encoding)
        : new XlsxSheetWriter(file);
}

/// <summary>CSV as the county's spreadsheets open it: UTF-8 with its mark, or GB18030.</summary>
internal sealed class CsvSheetWriter(Stream file, string encoding) : ISheetWriter
{
    private readonly StreamWriter _text = new(file, EncodingOf(encoding), 65536, leaveOpen: true);

    public void Write(IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) _text.Write(',');
            _text.Write(CsvText.Cell(cells[i]));
        }
        _text.Write("\r\n");
    }

    private static Encoding EncodingOf(string name) =>
        name == TextEncodings.Utf8 ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) : TextEncodings.Strict(name);

    public void Dispose() => _text.Dispose();
}
