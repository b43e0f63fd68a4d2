using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.Data;

/// <summary>RFC 4180 with a byte order mark and Chinese headings, so that a double click opens it rightly in a spreadsheet.</summary>
/// <param name="encoding">Null: UTF-8.</param>
internal sealed class CsvRows(Encoding? encoding = null) : IRowFormat
{
    private const int Threshold = 32 * 1024;
    private const string SuppressedHeading = "未公布单元格数";

    private readonly Encoding _encoding = encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public string ContentType => $"text/csv; charset={(encoding is null ? "utf-8" : "gb18030")}";

    public async Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation)
    {
        var layout = rows.Layout;
        List<CsvCell> cells = [.. selection.Columns.Select(column => new CsvCell(layout.IndexOf(column.Path), column.Type, _encoding))];
        List<string> headings = [.. selection.Columns.Select(column => RowHeadings.Of(set, column))];
        if (layout.CountsMissing && layout.Shape.Entity is null)
        {
            cells.Add(new(layout.MissingAt, DataType.Int64, _encoding));
            headings.Add(SuppressedHeading);
        }
        var text = new ArrayBufferWriter<byte>(2 * Threshold);
        if (encoding is null) text.Write("\uFEFF"u8);
        Line(text, headings, (heading, line) => CsvCell.Write(line, heading, _encoding));
        Action<CsvCell, ArrayBufferWriter<byte>> write = (cell, line) => cell.Write(line, rows.Row);
        while (rows.Read())
        {
            Line(text, cells, write);
            if (text.WrittenCount >= Threshold) await Flush(output, text, cancellation);
        }
        await Flush(output, text, cancellation);
    }

    private static void Line<T>(ArrayBufferWriter<byte> text, List<T> cells, Action<T, ArrayBufferWriter<byte>> write)
    {
        for (var at = 0; at < cells.Count; at++)
        {
            if (at > 0) text.Write(","u8);
            write(cells[at], text);
        }
        text.Write("\r\n"u8);
    }

    private static async Task Flush(PipeWriter output, ArrayBufferWriter<byte> text, CancellationToken cancellation)
    {
        await output.WriteAsync(text.WrittenMemory, cancellation);
        text.ResetWrittenCount();
    }
}
