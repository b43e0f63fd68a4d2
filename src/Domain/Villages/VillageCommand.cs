using System.Collections.Immutable;

namespace Revitalization.Domain.Villages;

/// <summary>The three kinds of village (三类村) and what else a village may be.</summary>
[Flags]
public enum VillageKinds
{
    None = 0,
    ProvincialKey = 1,       // 省级重点帮扶村
    LowIncomeProvincial = 2, // 低收入村(省级)
    LowIncomeCounty = 4,     // 低收入村(县级)
    WeakIndustry = 8,        // 产业发展薄弱村
}

/// <summary>A command to one village (村); its stream is <c>village/{code}</c>.</summary>
[GenerateSerializer, Immutable, Alias("village-command")]
public abstract record VillageCommand;

/// <summary>Enters a village or states what it is from a day; the same again changes nothing.</summary>
/// <param name="Code">Twelve digits; the first nine are a known township. 900–999 at the end marks a synthetic code.</param>
/// <param name="Predecessors">Codes of the villages it was formed from; empty when it was always there.</param>
[GenerateSerializer, Immutable, Alias("register-village")]
public sealed record RegisterVillage(
    [property: Id(0)] string Code, [property: Id(1)] string Name, [property: Id(2)] VillageKinds Kinds,
    [property: Id(3)] DateOnly From, [property: Id(4)] ImmutableArray<string> Predecessors) : VillageCommand;

/// <summary>Name and kinds of a standing village from a day on.</summary>
[GenerateSerializer, Immutable, Alias("change-village-profile")]
public sealed record ChangeVillageProfile(
    [property: Id(0)] DateOnly From, [property: Id(1)] string Name, [property: Id(2)] VillageKinds Kinds) : VillageCommand;

/// <summary>The village ends on a day and another takes it over (并村).</summary>
[GenerateSerializer, Immutable, Alias("merge-village")]
public sealed record MergeVillage([property: Id(0)] DateOnly On, [property: Id(1)] string Into) : VillageCommand;

/// <summary>The village ends on a day and several follow it (分村).</summary>
[GenerateSerializer, Immutable, Alias("split-village")]
public sealed record SplitVillage([property: Id(0)] DateOnly On, [property: Id(1)] ImmutableArray<string> Successors) : VillageCommand;
