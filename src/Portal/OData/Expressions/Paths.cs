using Microsoft.OData.UriParser;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>What a property path leads to: a column of the row in hand, or of the one row its navigations lead to.</summary>
internal static class Paths
{
    public const string It = "$it";

    public static Expression Column(Shape shape, SingleValuePropertyAccessNode node)
    {
        var (range, hops, set, prefix) = Origin(shape, node.Source);
        var path = prefix + node.Property.Name;
        if (hops.Count == 0 && range == It)
        {
            var column = shape.Find(path) ?? throw QueryFaultException.Bad($"这里没有列 {path}。");
            return new ColumnExpression(It, path, column.Type, column.Nullable);
        }
        var property = set?.Find(path) ?? throw QueryFaultException.Bad($"这里没有列 {path}。");
        return hops.Count == 0
            ? new ColumnExpression(range, path, property.Type, property.Nullable)
            : new NavigationExpression(range, hops, property);
    }

    /// <summary>The collection that <c>any</c>, <c>all</c> or <c>$count</c> runs over.</summary>
    public static (string Range, IReadOnlyList<Navigation> Hops, Navigation Collection) Collection(Shape shape, QueryNode? node)
    {
        if (node is not CollectionNavigationNode collection) throw QueryFaultException.Unsupported("这种集合");
        var (range, hops, set, _) = Origin(shape, collection.Source);
        var navigation = set?.Navigation(collection.NavigationProperty.Name) ?? throw QueryFaultException.Bad("没有这个导航。");
        return (range, hops, navigation);
    }

    private static (string Range, List<Navigation> Hops, SetModel? Set, string Prefix) Origin(Shape shape, QueryNode? node)
    {
        switch (node)
        {
            case ResourceRangeVariableReferenceNode { Name: It }:
                return (It, [], shape.Entity, "");
            case ResourceRangeVariableReferenceNode variable:
                return (variable.Name, [], SetOf(variable.RangeVariable.TypeReference.Definition), "");
            case SingleComplexNode complex:
                var (range, hops, set, prefix) = Origin(shape, complex.Source);
                return (range, hops, set, $"{prefix}{complex.Property.Name}/");
            case SingleNavigationNode navigation:
                return Hop(shape, navigation);
            default:
                throw QueryFaultException.Unsupported(node?.Kind.ToString() ?? "空路径");
        }
    }

    private static (string, List<Navigation>, SetModel?, string) Hop(Shape shape, SingleNavigationNode node)
    {
        const int Farthest = 4;
        var (range, hops, set, _) = Origin(shape, node.Source);
        var navigation = set?.Navigation(node.NavigationProperty.Name);
        if (navigation is null or { Many: true }) throw QueryFaultException.Bad("没有这个导航。");
        if (hops.Count == Farthest) throw QueryFaultException.Bad("导航路径太长。");
        return (range, [.. hops, navigation], Disclosure.Sets[navigation.Target], "");
    }

    private static SetModel? SetOf(Microsoft.OData.Edm.IEdmType type) =>
        Disclosure.InOrder.FirstOrDefault(set => EdmDisclosure.TypeOf(set) == type);
}
