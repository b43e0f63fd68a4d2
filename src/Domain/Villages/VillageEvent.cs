using System.Collections.Immutable;

namespace Revitalization.Domain.Villages;

/// <summary>A fact about one village.</summary>
public abstract record VillageEvent;

public sealed record VillageRegistered(
    string Code, string Name, VillageKinds Kinds, DateOnly From, ImmutableArray<string> Predecessors) : VillageEvent;

public sealed record VillageProfileChanged(DateOnly From, string Name, VillageKinds Kinds) : VillageEvent;

/// <summary>Merged into one successor, or split among several.</summary>
public sealed record VillageDissolved(DateOnly On, ImmutableArray<string> Successors) : VillageEvent;
