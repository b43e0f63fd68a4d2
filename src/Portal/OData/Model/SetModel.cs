using System.Collections.Frozen;

namespace Revitalization.Portal.OData.Model;

/// <summary>The primitive types the service knows. Decimals are scaled integers inside (<see cref="Replica.SqlFunctions.Scale"/>).</summary>
public enum DataType
{
    Text,
    Boolean,
    Int32,
    Int64,
    Decimal,
    Date,

    /// <summary>Edm.DateTimeOffset, inside as milliseconds since 1970.</summary>
    Time,
}

/// <param name="Column">Its name in the replica's table; written here only, never taken from a query.</param>
/// <param name="Heading">Its Chinese heading in files.</param>
public sealed record Property(string Name, DataType Type, string Column, string Heading, bool Nullable = false);

/// <summary>A way to other rows: those whose <paramref name="Remote"/> property equals this row's <paramref name="Local"/>.</summary>
public sealed record Navigation(string Name, string Target, bool Many, string Local, string Remote);

/// <summary>One entity set, as the outside sees it and as the replica stores it.</summary>
/// <param name="OfRelease">The condition that picks the rows a release answers with.</param>
public sealed record SetModel(
    string Name, string EntityName, string Table, string OfRelease, IReadOnlyList<string> Key,
    IReadOnlyList<Property> Properties, IReadOnlyList<Navigation> Navigations)
{
    private readonly FrozenDictionary<string, Property> _byName = Properties.ToFrozenDictionary(property => property.Name, StringComparer.Ordinal);

    public Property? Find(string name) => _byName.GetValueOrDefault(name);

    public Navigation? Navigation(string name) => Navigations.FirstOrDefault(navigation => navigation.Name == name);
}
