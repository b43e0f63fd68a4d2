using System.IO.Pipelines;
using System.Text;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.Data;

/// <summary>RFC 4180 with a byte order mark and Chinese headings, so that a double click opens it rightly in a spreadsheet.</summary>
internal sealed class CsvRows : IRowFormat
{
    private const int Threshold = 32 * 1024;
    private const string SuppressedHeading = "未公布单元格数";

    public string ContentType => "text/csv; charset=utf-8";

    public async Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation)
    {
        var layout = rows.Layout;
        var shown = selection.Columns.Select(column => (Column: column, At: layout.IndexOf(column.Path))).ToList();
        var flagged = layout.CountsMissing && layout.Shape.Entity is null;
        var text = new StringBuilder("\uFEFF");
        Line(text, shown.Select(one => Heading(set, one.Column)).Concat(flagged ? [SuppressedHeading] : []));
        while (rows.Read())
        {
            Line(text, shown.Select(one => Cell(ValueWriter.Text(rows.Row, one.At, one.Column.Type), one.Column.Type))
                .Concat(flagged ? [ValueWriter.Text(rows.Row, layout.MissingAt, DataType.Int64)] : []));
            if (text.Length < Threshold) continue;
            await Flush(output, text, cancellation);
        }
        await Flush(output, text, cancellation);
    }

    private static string Heading(SetModel set, Column column) =>
        column.IsNamedHere ? column.Path : HeadingOf(set, column.Path.Split('/'));

    private static string HeadingOf(SetModel set, string[] path) => path.Length == 1
        ? set.Find(path[0])?.Heading ?? path[0]
        : set.Navigation(path[0]) is { } navigation ? HeadingOf(Disclosure.Sets[navigation.Target], path[1..]) : path[^1];

    // A spreadsheet would run a text that begins like a formula.
    private static string Cell(string value, DataType type) =>
        type == DataType.Text && value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + value : value;

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task Flush(PipeWriter output, StringBuilder text, CancellationToken cancellation)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        text.Clear();
    }
}
