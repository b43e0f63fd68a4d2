using Microsoft.OData.UriParser;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Requests;

/// <summary>Which columns are shown and which navigations are followed.</summary>
/// <param name="Columns">In the shape's order.</param>
/// <param name="IsWhole">Nothing was selected: all columns are shown.</param>
public sealed record Selection(IReadOnlyList<Column> Columns, bool IsWhole, IReadOnlyList<Expansion> Expansions)
{
    internal static Selection Bind(Shape shape, ExpressionParser expressions, string? select, string? expand)
    {
        if (expand is not null && shape.Entity is null) throw QueryFaultException.Bad("聚合之后的行没有导航，不能 $expand。");
        var clause = expressions.SelectExpand(shape, select, expand);
        return clause is null ? new Selection(shape.Columns, true, []) : Of(shape, clause, expressions);
    }

    private static Selection Of(Shape shape, SelectExpandClause clause, ExpressionParser expressions)
    {
        var items = clause.SelectedItems.ToList();
        if (items.Any(item => item is not (PathSelectItem or WildcardSelectItem or ExpandedNavigationSelectItem)))
            throw NotOffered.InExpand.Fault("$select 或 $expand 的这一项");
        var paths = items.OfType<PathSelectItem>().Select(item => PathOf(shape, item)).ToList();
        var whole = clause.AllSelected || paths.Count == 0 || items.OfType<WildcardSelectItem>().Any();
        var columns = whole ? shape.Columns : [.. shape.Columns.Where(column => paths.Any(path => Covers(path, column.Path)))];
        var expansions = items.OfType<ExpandedNavigationSelectItem>().Select(item => ExpansionOf(shape, item, expressions)).ToList();
        return new Selection(columns, whole, expansions);
    }

    private static bool Covers(string path, string column) => column == path || column.StartsWith(path + "/", StringComparison.Ordinal);

    private static string PathOf(Shape shape, PathSelectItem item)
    {
        var path = string.Join('/', item.SelectedPath.Select(segment => segment.Identifier));
        var known = shape.Columns.Any(column => Covers(path, column.Path)) || shape.Entity?.Navigation(path) is not null;
        return known ? path : throw QueryFaultException.Bad("$select 里有不认识的列。");
    }

    private static Expansion ExpansionOf(Shape shape, ExpandedNavigationSelectItem item, ExpressionParser expressions)
    {
        if (item.PathToNavigationProperty.Count != 1 || item.PathToNavigationProperty.LastSegment is not NavigationPropertySegment segment)
            throw NotOffered.InExpand.Fault("$expand 的这种路径");
        var navigation = shape.Entity?.Navigation(segment.NavigationProperty.Name) ?? throw QueryFaultException.Bad("没有这个导航。");
        return Expansion.Bind(navigation, item, expressions);
    }

    internal static Selection OfNested(Shape shape, SelectExpandClause? clause, ExpressionParser expressions) =>
        clause is null ? new Selection(shape.Columns, true, []) : Of(shape, clause, expressions);
}

/// <summary>A navigation followed for every row shown.</summary>
/// <param name="Query">The rows of the target set, under the expansion's own options; the executor adds whose they are.</param>
public sealed record Expansion(
    Navigation Navigation, Stage Query, IReadOnlyList<SortKey> Order, Selection Selection, long Skip, long? Top, bool Count)
{
    internal static Expansion Bind(Navigation navigation, ExpandedNavigationSelectItem item, ExpressionParser expressions)
    {
        if (!navigation.Many && (item.FilterOption is not null || item.OrderByOption is not null || item.TopOption is not null
            || item.SkipOption is not null || item.CountOption is not null || item.SearchOption is not null))
            throw QueryFaultException.Bad($"{navigation.Name} 只有一行，展开时只能用 $select 和 $expand。");
        var source = new Binder(expressions, new Guard(NoGuard.Facts)).Start(Disclosure.Sets[navigation.Target]).Stage;
        var shape = source.Shape;
        var found = item.SearchOption is { } search ? new Stage.Filter(source, SearchParser.Parse(expressions.Searched(search), shape)) : source;
        var stage = item.FilterOption is { } filter
            ? new Stage.Filter(found, Typing.As(ExpressionParser.Translated(shape, filter.Expression), DataType.Boolean))
            : found;
        return new Expansion(navigation, stage, Keys(shape, item.OrderByOption, expressions),
            Selection.OfNested(shape, item.SelectAndExpand, expressions), Bounded(item.SkipOption) ?? 0, Bounded(item.TopOption), item.CountOption ?? false);
    }

    private static List<SortKey> Keys(Shape shape, OrderByClause? first, ExpressionParser expressions)
    {
        var keys = new List<SortKey>();
        for (var clause = first; clause is not null; clause = clause.ThenBy)
            keys.Add(new SortKey(ExpressionParser.Translated(shape, clause.Expression), clause.Direction == OrderByDirection.Descending));
        return keys;
    }

    private static long? Bounded(long? number) =>
        number is null or (>= 0 and <= int.MaxValue) ? number : throw QueryFaultException.Bad("$expand 里的 $top 或 $skip 太大。");
}
