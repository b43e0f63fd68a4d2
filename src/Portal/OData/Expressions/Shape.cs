using Microsoft.OData.Edm;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.OData.Expressions;

/// <summary>A column between two stages of a query.</summary>
/// <param name="Path">Its public name; <c>Region/Name</c> shows as an object within the row.</param>
/// <param name="Identifier">Its name in SQL, made here (<c>c7</c>), unique within the query.</param>
/// <param name="OfValue">It comes from Observations' Value, so the guard watches sums of it.</param>
/// <param name="IsNamedHere">The query gave it its name.</param>
public sealed record Column(string Path, DataType Type, bool Nullable, string Identifier, bool OfValue, bool IsNamedHere = false);

/// <summary>
/// What rows look like between two stages. ODataLib loses types after <c>$apply</c>; these are ours, and inner expressions
/// are parsed against a type made of them.
/// </summary>
/// <param name="Entity">The set whose entities these still are (computed columns may have been added), or null after an aggregate.</param>
public sealed record Shape(SetModel? Entity, IReadOnlyList<Column> Columns)
{
    public bool IsPlainEntity => Entity is not null && Columns.Count == Entity.Properties.Count;

    public Column? Find(string path) => Columns.FirstOrDefault(column => column.Path == path);

    /// <summary>A type for ODataLib to parse against.</summary>
    public (IEdmEntityType Type, IEdmNavigationSource? Source) Edm()
    {
        if (IsPlainEntity) return (EdmDisclosure.TypeOf(Entity!), EdmDisclosure.SetOf(Entity!));
        var basis = Entity is null ? null : EdmDisclosure.TypeOf(Entity);
        var type = new EdmEntityType("Stage", "Row", basis, isAbstract: false, isOpen: false);
        var known = Entity?.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        var added = Columns.Where(column => !known.Contains(column.Path)).Select(column => (Parts: column.Path.Split('/'), column));
        Add(type, [.. added], 0, "Row");
        return (type, null);
    }

    private static void Add(EdmStructuredType type, List<(string[] Parts, Column Column)> columns, int depth, string name)
    {
        foreach (var group in columns.GroupBy(column => column.Parts[depth], StringComparer.Ordinal))
        {
            var first = group.First();
            if (first.Parts.Length == depth + 1)
            {
                type.AddStructuralProperty(group.Key, EdmDisclosure.Reference(first.Column.Type, first.Column.Nullable));
                continue;
            }
            var nested = new EdmComplexType("Stage", name + "_" + group.Key);
            Add(nested, [.. group], depth + 1, nested.Name);
            type.AddStructuralProperty(group.Key, new EdmComplexTypeReference(nested, isNullable: true));
        }
    }
}
