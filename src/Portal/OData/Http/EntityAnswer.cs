using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Output;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.OData.Http;

/// <summary>One entity, one of its properties, or what hangs from it.</summary>
internal sealed class EntityAnswer(QueryExecutor executor, ODataContext context, PortalOptions portal)
{
    /// <summary>The one row under a condition.</summary>
    public CollectionQuery Query(SetModel set, int release, Func<Shape, Expression> condition)
    {
        var source = new Binder(new ExpressionParser(context.Options.Aliases), new Guard(NoGuard.Facts)).Start(set).Stage;
        return new CollectionQuery(release, new Stage.Filter(source, condition(source.Shape)), []);
    }

    /// <summary>A property's value of the row, as a constant to find other rows by; null if it is null.</summary>
    public async Task<LiteralExpression?> Value(CollectionQuery query, string property)
    {
        using var rows = await executor.Open(query, new Page(0, 1, null), expands: false, context.Cancellation);
        if (!rows.Read()) throw QueryFaultException.NotFound();
        var at = rows.Layout.IndexOf(property);
        return rows.Row.IsNull(at) ? null : new LiteralExpression(rows.Layout.Shape.Columns[at].Type, rows.Row.Value(at));
    }

    public async Task Write(SetModel set, CollectionQuery query)
    {
        context.Options.AllowOnly("$select", "$expand", "$format", "asOf");
        var selection = Selection.Bind(query.Stage.Shape, new ExpressionParser(context.Options.Aliases), context.Options["$select"], context.Options["$expand"]);
        var representation = Representation.Of(context.Http.Request, context.Options, xmlAllowed: false);
        using var rows = await executor.Open(query, new Page(0, 1, null), selection.Expansions.Count > 0, context.Cancellation);
        if (!rows.Read()) throw QueryFaultException.NotFound();
        if (!context.Begin(representation, query.Release)) return;
        await using var body = new JsonBody(context.Http.Response.BodyWriter);
        body.Json.WriteStartObject();
        if (representation.Metadata)
            body.Json.WriteString("@odata.context", $"{context.Root}$metadata#{set.Name}{CollectionAnswer.Shown(selection)}/$entity");
        WriteRow(body, rows, selection, representation);
        body.Json.WriteEndObject();
        await body.End(context);
    }

    public async Task WriteProperty(CollectionQuery query, string name, bool raw)
    {
        context.Options.AllowOnly("$format", "asOf");
        var representation = Representation.Of(context.Http.Request, raw ? QueryOptions.Parse("$format=json") : context.Options, xmlAllowed: false);
        using var rows = await executor.Open(query, new Page(0, 1, null), expands: false, context.Cancellation);
        if (!rows.Read()) throw QueryFaultException.NotFound();
        var at = rows.Layout.IndexOf(name);
        if (at < 0) throw QueryFaultException.NotFound();
        var (absent, type) = (rows.Row.IsNull(at), rows.Layout.Shape.Columns[at].Type);
        if (!context.Begin(representation, query.Release, raw ? "text/plain;charset=utf-8" : null)) return;
        if (absent)
        {
            context.Http.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Http.Response.ContentType = null;
        }
        else if (raw)
        {
            await context.Http.Response.WriteAsync(ValueWriter.Text(rows.Row, at, type), context.Cancellation);
        }
        else
        {
            await WriteValue(rows, at, type, representation);
        }
    }

    private async Task WriteValue(IRowCursor rows, int at, DataType type, Representation representation)
    {
        await using var body = new JsonBody(context.Http.Response.BodyWriter);
        body.Json.WriteStartObject();
        if (representation.Metadata) body.Json.WriteString("@odata.context", $"{context.Root}$metadata#{context.Path}");
        body.Json.WritePropertyName("value");
        ValueWriter.Write(body.Json, rows.Row, at, type, representation.NumbersAsText);
        body.Json.WriteEndObject();
        await body.Flush(context.Cancellation);
    }

    private void WriteRow(JsonBody body, IRowCursor rows, Selection selection, Representation representation)
    {
        var plan = new RowPlan(rows.Layout, selection.Columns, representation.NumbersAsText);
        var expansions = ExpansionReader.All(selection, rows, representation.NumbersAsText, portal.PageRows);
        try
        {
            ExpansionReader.WriteRow(body.Json, rows.Row, plan, expansions);
        }
        finally
        {
            foreach (var expansion in expansions) expansion.Dispose();
        }
    }
}
