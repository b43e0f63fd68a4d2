using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Villages;

public sealed record VillageName(DateOnly From, string Name, VillageKinds Kinds);

/// <summary>One village (村): what it was called and counted as from which day, what it came from and what followed it.</summary>
public sealed record Village(
    long Version, string? Code, DateOnly From, DateOnly? Until, ImmutableArray<VillageName> Names,
    ImmutableArray<string> Predecessors, ImmutableArray<string> Successors)
{
    public static readonly Village Empty = new(0, null, default, null, [], [], []);

    [JsonIgnore]
    public bool IsRegistered => Code is not null;

    public VillageName? NamedOn(DateOnly day) => Names.LastOrDefault(name => name.From <= day);

    /// <summary>As household rules see it.</summary>
    public VillageStanding Standing() => IsRegistered
        ? new(Code!, Names[^1].Name, From, Until, Successors)
        : throw new InvalidOperationException("A village that was never registered has no standing.");

    public static Village Evolve(Village village, VillageEvent happened)
    {
        var after = happened switch
        {
            VillageRegistered e => village with
            {
                Code = e.Code, From = e.From, Names = [new(e.From, e.Name, e.Kinds)], Predecessors = e.Predecessors,
            },
            VillageProfileChanged e => village with { Names = village.Put(new(e.From, e.Name, e.Kinds)) },
            VillageDissolved e => village with { Until = e.On, Successors = e.Successors },
            _ => throw new UnreachableException($"A village was never taught {happened.GetType().Name}."),
        };
        return after with { Version = village.Version + 1 };
    }

    private ImmutableArray<VillageName> Put(VillageName name) =>
        [.. Names.Where(other => other.From != name.From).Append(name).OrderBy(other => other.From)];
}
