using System.Globalization;
using System.Text.Json;
using Revitalization.Portal.OData.Delta;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Http;

/// <summary>Writes one page of a collection, row by row from the reader to the socket.</summary>
internal sealed class CollectionAnswer(QueryExecutor executor, ODataContext context, PortalOptions portal)
{
    public async Task Write(CollectionRequest request, Representation representation)
    {
        var count = request.Count ? await executor.Count(request.Query, context.Cancellation) : (long?)null;
        using var rows = await executor.Open(
            request.Query, request.Page with { Rows = request.Page.Rows + (request.MayContinue ? 1 : 0) },
            request.Selection.Expansions.Count > 0, context.Cancellation);
        await using var body = new JsonBody(context.Http.Response.BodyWriter);
        body.Json.WriteStartObject();
        if (representation.Metadata) WriteContext(body.Json, request);
        if (count is { } all) body.Json.WriteNumber("@odata.count", all);
        body.Json.WriteStartArray("value");
        var next = await Rows(request, representation, rows, body);
        body.Json.WriteEndArray();
        if (next is not null) body.Json.WriteString("@odata.nextLink", Link(request, next));
        else if (request.Since is { } since) body.Json.WriteString("@odata.deltaLink", Tracking.Link(context, request.Set, since));
        body.Json.WriteEndObject();
        await body.End(context);
    }

    private async Task<SkipToken?> Rows(CollectionRequest request, Representation representation, IRowCursor rows, JsonBody body)
    {
        if (request.Selection.Expansions.Count == 0 && rows.Json(request.Selection.Columns, representation.NumbersAsText) is { } pieces) return await Rows(request, rows, pieces, body);
        var plan = new RowPlan(rows.Layout, request.Selection.Columns, representation.NumbersAsText);
        var expansions = ExpansionReader.All(request.Selection, rows, representation.NumbersAsText, portal.PageRows);
        try
        {
            object?[]? last = null;
            for (long written = 0; rows.Read(); written++)
            {
                if (written == request.Page.Rows) return request.Next(last);
                body.Json.WriteStartObject();
                ExpansionReader.WriteRow(body.Json, rows.Row, plan, expansions);
                body.Json.WriteEndObject();
                if (written == request.Page.Rows - 1) last = Keys(rows);
                await body.FlushIfFull(context.Cancellation);
            }
            return null;
        }
        finally
        {
            foreach (var expansion in expansions) expansion.Dispose();
        }
    }

    private async Task<SkipToken?> Rows(CollectionRequest request, IRowCursor rows, IJsonRows pieces, JsonBody body)
    {
        object?[]? last = null;
        for (long written = 0; rows.Read(); written++)
        {
            if (written == request.Page.Rows) return request.Next(last);
            body.Object(pieces);
            if (written == request.Page.Rows - 1) last = Keys(rows);
            await body.FlushIfFull(context.Cancellation);
        }
        return null;
    }

    private static object?[]? Keys(IRowCursor rows)
    {
        var layout = rows.Layout;
        return layout.KeyColumns == 0 ? null
            : [.. Enumerable.Range(layout.KeysAt, layout.KeyColumns).Select(at => rows.Row.IsNull(at) ? null : rows.Row.Value(at))];
    }

    private void WriteContext(Utf8JsonWriter json, CollectionRequest request)
    {
        json.WriteString("@odata.context", $"{context.Root}$metadata#{request.Set.Name}{Shown(request.Selection)}");
        json.WriteNumber("@Revitalization.release", request.Query.Release);
    }

    internal static string Shown(Selection selection)
    {
        var columns = selection.IsWhole && selection.Columns.All(column => !column.IsNamedHere) && selection.Columns.Any(column => column.Identifier == "c0")
            ? [] : selection.Columns.Select(column => column.Path);
        var items = columns.Concat(selection.Expansions.Select(expansion =>
            expansion.Navigation.Name + (Shown(expansion.Selection) is { Length: > 0 } inner ? inner : "()"))).ToList();
        return items.Count == 0 ? "" : $"({string.Join(',', items)})";
    }

    private string Link(CollectionRequest request, SkipToken next)
    {
        var options = context.Options.All
            .Where(option => option.Key is not ("$skip" or "$top" or "$skiptoken"))
            .Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}").ToList();
        if (request.Top is { } top) options.Add(string.Create(CultureInfo.InvariantCulture, $"$top={top - request.Page.Rows}"));
        options.Add("$skiptoken=" + next.Write());
        return $"{context.Root}{context.Path}?{string.Join('&', options)}";
    }
}
