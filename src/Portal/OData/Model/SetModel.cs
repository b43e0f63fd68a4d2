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

    /// <summary>Edm.Guid, inside as its 36 lower-case characters.</summary>
    Guid,
}

/// <param name="Column">Its name in the replica's table; written here only, never taken from a query.</param>
/// <param name="Heading">Its Chinese heading in files, and its description in <c>$metadata</c>.</param>
/// <param name="Unit">What it counts, for <c>$metadata</c>: 分, 人, 户, 个.</param>
public sealed record Property(string Name, DataType Type, string Column, string Heading, bool Nullable = false, string? Unit = null);

/// <summary>A way to other rows: those whose <paramref name="Remote"/> property equals this row's <paramref name="Local"/>.</summary>
public sealed record Navigation(string Name, string Target, bool Many, string Local, string Remote);

/// <summary>One entity set, as the outside sees it and as the replica stores it.</summary>
/// <param name="OfRelease">The condition that picks the rows a release answers with.</param>
/// <param name="Searched">What <c>$search</c> looks through, as SQL over the table's columns; null: not searched. Such a set has one key.</param>
public sealed record SetModel(
    string Name, string EntityName, string Table, string OfRelease, IReadOnlyList<string> Key,
    IReadOnlyList<Property> Properties, IReadOnlyList<Navigation> Navigations, string? Searched = null)
{
    private readonly FrozenDictionary<string, Property> _byName = Properties.ToFrozenDictionary(property => property.Name, StringComparer.Ordinal);

    /// <summary>A release does not fix its rows: they also change between one release and the next.</summary>
    public bool ChangesBetweenReleases { get; init; }

    public Property? Find(string name) => _byName.GetValueOrDefault(name);

    public Navigation? Navigation(string name) => Navigations.FirstOrDefault(navigation => navigation.Name == name);
}
