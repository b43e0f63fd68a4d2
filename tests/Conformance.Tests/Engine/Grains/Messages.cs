using Orleans;

#pragma warning disable ORLEANS0004 // What is not declared to travel stays behind on purpose: that is what these messages try.

namespace Revitalization.Conformance.Tests.Engine.Grains;

/// <summary>Travels, and is copied.</summary>
[GenerateSerializer, Alias("conformance-basket")]
public sealed class Basket
{
    [Id(0)] public List<string> Items { get; set; } = [];

    [Id(1)] public Basket? Inner { get; set; }

    /// <summary>Not declared to travel.</summary>
    public string Note { get; set; } = "";
}

/// <summary>Travels, and is shared.</summary>
[GenerateSerializer, Immutable, Alias("conformance-notice")]
public sealed record Notice([property: Id(0)] string Title, [property: Id(1)] int[] Numbers);

/// <summary>A record without ids: its primary constructor says what travels.</summary>
[GenerateSerializer, Alias("conformance-parcel")]
public sealed record Parcel(string To, List<int> Weights)
{
    public string Scribble { get; set; } = "";
}

[GenerateSerializer, Alias("conformance-shape")]
public abstract record Shape([property: Id(0)] string Name);

[GenerateSerializer, Alias("conformance-circle")]
public sealed record Circle(string Name, [property: Id(0)] long Radius) : Shape(Name);

/// <summary>Says nothing about how it travels.</summary>
public sealed class Stowaway
{
    public int Weight { get; set; }
}

/// <summary>Travels by itself, but what it holds may not.</summary>
[GenerateSerializer, Immutable, Alias("conformance-crate")]
public sealed record Crate([property: Id(0)] object? Content);

/// <summary>Marked as not to be copied where it is passed.</summary>
[GenerateSerializer, Alias("conformance-list")]
public sealed class Ledger
{
    [Id(0)] public List<long> Fen { get; set; } = [];
}
