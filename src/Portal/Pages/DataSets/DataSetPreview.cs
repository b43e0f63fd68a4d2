using Revitalization.Portal.Data;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.Pages.DataSets;

/// <summary>The first rows of a query, as a page shows them.</summary>
/// <param name="Fault">Why it could not be answered; null when it was.</param>
/// <param name="Total">Of all rows of the query.</param>
public sealed record DataSetRows(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, long Total, string? Fault);

/// <summary>Asks the same service that outsiders ask, in process: what the preview shows is what the address gives.</summary>
internal sealed class DataSetPreview(QueryExecutor executor, ReleaseFactsBook facts)
{
    public const int Rows = 20;
    private const int MostLetters = 60;

    public async Task<DataSetRows> Read(SetModel set, int release, string query, CancellationToken cancellation)
    {
        try
        {
            var request = new CollectionBinder(facts.Of(release), QueryOptions.Parse(query)).Bind(set, release, set.Name, null, Rows);
            var total = await executor.Count(request.Query, cancellation);
            using var rows = await executor.Open(request.Query, request.Page, expands: false, cancellation);
            return new([.. request.Selection.Columns.Select(column => RowHeadings.Of(set, column))], Read(rows, request.Selection), total, null);
        }
        catch (QueryFaultException fault)
        {
            return new([], [], 0, fault.Message);
        }
    }

    private static List<IReadOnlyList<string>> Read(IRowCursor rows, Selection selection)
    {
        var shown = selection.Columns.Select(column => (column.Type, At: rows.Layout.IndexOf(column.Path))).ToList();
        var read = new List<IReadOnlyList<string>>();
        while (rows.Read() && read.Count < Rows) read.Add([.. shown.Select(one => Short(ValueWriter.Text(rows.Row, one.At, one.Type)))]);
        return read;
    }

    private static string Short(string text) => text.Length <= MostLetters ? text : $"{text[..MostLetters]}…";
}
