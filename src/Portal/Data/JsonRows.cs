using System.IO.Pipelines;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.Data;

/// <summary>JSON Lines: one object a line; Int64 and decimals as strings, as in released rows.</summary>
internal sealed class JsonLineRows : IRowFormat
{
    public string ContentType => "application/jsonl; charset=utf-8";

    public async Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation)
    {
        var plan = new RowPlan(rows.Layout, selection.Columns, numbersAsText: true);
        var pieces = rows.Json(selection.Columns, numbersAsText: true);
        await using var body = new JsonBody(output);
        while (rows.Read())
        {
            if (pieces is not null) body.Line(pieces);
            else WriteLine(body, plan, rows.Row);
            await body.FlushIfFull(cancellation);
        }
        await body.Flush(cancellation);
    }

    private static void WriteLine(JsonBody body, RowPlan plan, IRow row)
    {
        plan.WriteObject(body.Json, row);
        body.EndLine();
    }
}

/// <summary>One JSON array of objects.</summary>
internal sealed class JsonArrayRows : IRowFormat
{
    public string ContentType => "application/json; charset=utf-8";

    public async Task Write(PipeWriter output, SetModel set, IRowCursor rows, Selection selection, CancellationToken cancellation)
    {
        var plan = new RowPlan(rows.Layout, selection.Columns, numbersAsText: false);
        await using var body = new JsonBody(output);
        var pieces = rows.Json(selection.Columns, numbersAsText: false);
        body.Json.WriteStartArray();
        while (rows.Read())
        {
            if (pieces is not null) body.Object(pieces);
            else plan.WriteObject(body.Json, rows.Row);
            await body.FlushIfFull(cancellation);
        }
        body.Json.WriteEndArray();
        await body.Flush(cancellation);
    }
}
