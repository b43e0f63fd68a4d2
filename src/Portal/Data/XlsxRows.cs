using System.IO.Pipelines;
using Revitalization.Hosting.Sheets;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.Data;

/// <summary>A workbook of one sheet with Chinese headings; numbers are numbers. Rows leave as they are read.</summary>
internal sealed class XlsxRows : IRowFormat
{
    private const int Threshold = 64 * 1024;

    public string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // One row is the headings'.
    public long? MostRows => XlsxBookWriter.RowsMax - 1;

    public async Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation)
    {
        var shown = selection.Columns.Select(column => (column.Type, At: rows.Layout.IndexOf(column.Path))).ToList();
        var numbers = shown.Index().Where(one => one.Item.Type is DataType.Int32 or DataType.Int64 or DataType.Decimal).Select(one => one.Index).ToHashSet();
        using var written = new MemoryStream();
        await using var gate = new OutgoingStream(written);
        using (var book = new XlsxBookWriter(gate, set.Name))
        {
            book.Begin();
            book.Write([.. selection.Columns.Select(column => RowHeadings.Of(set, column))]);
            while (rows.Read())
            {
                book.Write([.. shown.Select(one => ValueWriter.Text(rows.Row, one.At, one.Type))], numbers);
                if (written.Length > Threshold) await Send(written, output, cancellation);
            }
        }
        await Send(written, output, cancellation);
    }

    // An archive knows no asynchronous write, which a response must have.
    private static async Task Send(MemoryStream written, PipeWriter output, CancellationToken cancellation)
    {
        await output.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), cancellation);
        written.SetLength(0);
    }
}
