using System.Text.Json;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Delta;

/// <summary>Writes one page of changes: rows as they are now, and the keys of those that are no more.</summary>
internal sealed class DeltaAnswer(ODataContext context, SetModel set, CollectionRequest request, Representation representation, RowLayout layout)
{
    // A row that no longer fulfils the filter may be there still.
    private readonly string _reason = context.Options["$filter"] is null && context.Options["$search"] is null ? "deleted" : "changed";
    private readonly RowPlan _plan = new(layout, request.Selection.Columns, representation.NumbersAsText);

    public async Task Write(DeltaWalk walk, DeltaToken token, int to, int mostRows, int mostCompared)
    {
        await using var body = new JsonBody(context.Http.Response.BodyWriter);
        body.Json.WriteStartObject();
        if (representation.Metadata)
        {
            body.Json.WriteString("@odata.context", $"{context.Root}$metadata#{set.Name}{CollectionAnswer.Shown(request.Selection)}/$delta");
            body.Json.WriteNumber("@Revitalization.release", request.Query.Release);
        }
        body.Json.WriteStartArray("value");
        var (written, more) = (0, true);
        while (written < mostRows && walk.Read < mostCompared && (more = walk.Step(difference => written += Write(body.Json, walk, difference))))
            await body.FlushIfFull(context.Cancellation);
        body.Json.WriteEndArray();
        if (more) body.Json.WriteString("@odata.nextLink", Tracking.Link(context, token with { After = walk.Key }));
        else body.Json.WriteString("@odata.deltaLink", Tracking.Link(context, set, to));
        body.Json.WriteEndObject();
        await body.Flush(context.Cancellation);
    }

    private int Write(Utf8JsonWriter json, DeltaWalk walk, Difference difference)
    {
        if (difference == Difference.None) return 0;
        json.WriteStartObject();
        if (difference == Difference.Removed) WriteRemoved(json, walk);
        else _plan.Write(json, walk.Row);
        json.WriteEndObject();
        return 1;
    }

    private void WriteRemoved(Utf8JsonWriter json, DeltaWalk walk)
    {
        var id = ODataPath.Address(set, walk.Key);
        if (representation.Version == "4.0")
        {
            json.WriteString("@odata.context", $"{context.Root}$metadata#{set.Name}/$deletedEntity");
            json.WriteString("id", id);
            json.WriteString("reason", _reason);
            return;
        }
        json.WriteStartObject("@removed");
        json.WriteString("reason", _reason);
        json.WriteEndObject();
        json.WriteString("@id", id);
        foreach (var key in set.Key)
        {
            var at = layout.IndexOf(key);
            json.WritePropertyName(key);
            ValueWriter.Write(json, walk.Row, at, layout.Shape.Columns[at].Type, representation.NumbersAsText);
        }
    }
}
