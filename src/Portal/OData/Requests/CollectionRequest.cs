using System.Globalization;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.OData.Requests;

/// <summary>A collection asked for, understood and checked: nothing has been read yet.</summary>
/// <param name="Identity">Names the query in its skip tokens; made for who needs one.</param>
/// <param name="Since">The last page says where changes after this release are; null: it does not.</param>
/// <param name="Top">Rows wanted from this page on; null: all.</param>
public sealed record CollectionRequest(
    SetModel Set, CollectionQuery Query, Selection Selection, Lazy<string> Identity, Page Page, long? Top, bool Count, int? Since = null)
{
    /// <summary>A next page may be needed: read one row more to know.</summary>
    public bool MayContinue => Top is null || Top > Page.Rows;

    /// <summary>Where the page after this one begins.</summary>
    /// <param name="keys">The last row's sort keys; null where pages go by offset.</param>
    public SkipToken Next(IReadOnlyList<object?>? keys) => new(
        Query.Release, Identity.Value, keys, keys is null ? (Page.After?.Offset ?? 0) + Page.Skip + Page.Rows : 0, Since);
}

/// <summary>Options in the order OData gives them: apply, compute, search, filter, orderby, then skip and top.</summary>
internal sealed class CollectionBinder(IReleaseFacts facts, QueryOptions options)
{
    private readonly ExpressionParser _expressions = new(options.Aliases);

    /// <param name="owner">The property and value that the address itself states (the children of one region), or null.</param>
    public CollectionRequest Bind(SetModel set, int release, string path, (string Property, LiteralExpression Value)? owner, long pageRows)
    {
        var chain = Chain(set, owner);
        var identity = new Lazy<string>(() => SkipToken.Identify(path, options));
        var token = options["$skiptoken"] is { } text ? SkipToken.Read(text, identity.Value) : null;
        var top = Number("$top");
        var rows = Math.Min(top ?? long.MaxValue, pageRows);
        CheckToken(token, chain);
        return new CollectionRequest(
            set, new CollectionQuery(release, chain.Stage, chain.Order), Selection.Bind(chain.Shape, _expressions, options["$select"], options["$expand"]),
            identity, new Page(token is null ? Number("$skip") ?? 0 : 0, rows, token), top, Flag("$count"));
    }

    private Chain Chain(SetModel set, (string Property, LiteralExpression Value)? owner)
    {
        var binder = new Binder(_expressions, new Guard(facts));
        var chain = binder.Start(set);
        if (owner is { } row) chain = Binder.Where(chain, Http.ODataPath.Equal(chain.Shape, row.Property, row.Value));
        if (options["$apply"] is { } apply) chain = binder.Apply(chain, ApplyParser.Parse(apply));
        if (options["$compute"] is { } compute) chain = binder.Compute(chain, compute);
        if (options["$search"] is { } search) chain = Binder.Search(chain, search);
        if (options["$filter"] is { } filter) chain = binder.Filter(chain, filter);
        return options["$orderby"] is { } order ? binder.OrderBy(chain, order) : chain;
    }

    // A token's keys are what this query's keys can be: text for text, numbers for the rest.
    private static void CheckToken(SkipToken? token, Chain chain)
    {
        if (token is not null && token.Keys is null == (chain.Shape.Entity is not null)) throw SkipToken.Unreadable();
    }

    private long? Number(string name)
    {
        if (options[name] is not { } text) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue
            ? number
            : throw QueryFaultException.Bad($"{name} 应是一个不大于 2147483647 的非负整数。");
    }

    private bool Flag(string name) => options[name] switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw QueryFaultException.Bad($"{name} 应为 true 或 false。"),
    };
}
