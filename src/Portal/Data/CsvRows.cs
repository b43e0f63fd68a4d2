using System.IO.Pipelines;
using System.Text;
using Revitalization.Hosting.Sheets;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
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
        var shown = selection.Columns.Select(column => (Column: column, At: layout.IndexOf(column.Path))).ToList();
        var flagged = layout.CountsMissing && layout.Shape.Entity is null;
        var text = new StringBuilder(encoding is null ? "\uFEFF" : "");
        Line(text, shown.Select(one => RowHeadings.Of(set, one.Column)).Concat(flagged ? [SuppressedHeading] : []));
        while (rows.Read())
        {
            Line(text, shown.Select(one => ValueWriter.Text(rows.Row, one.At, one.Column.Type))
                .Concat(flagged ? [ValueWriter.Text(rows.Row, layout.MissingAt, DataType.Int64)] : []));
            if (text.Length < Threshold) continue;
            await Flush(output, text, cancellation);
        }
        await Flush(output, text, cancellation);
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(CsvText.Cell)).Append("\r\n");

    private async Task Flush(PipeWriter output, StringBuilder text, CancellationToken cancellation)
    {
        await output.WriteAsync(_encoding.GetBytes(text.ToString()), cancellation);
        text.Clear();
    }
}
