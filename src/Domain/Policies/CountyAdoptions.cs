using System.Collections.Immutable;
using System.Diagnostics;

namespace Revitalization.Domain.Policies;

/// <summary>Every pack a county holds or held (采用记录), in the order recorded. Stream <c>county/{code}</c>.</summary>
public sealed record CountyAdoptions(long Version, ImmutableArray<Adoption> Adoptions)
{
    public static readonly CountyAdoptions Empty = new(0, []);

    public static CountyAdoptions Evolve(CountyAdoptions county, AdoptionEvent happened)
    {
        var adoptions = happened switch
        {
            PolicyAdopted e => county.Adoptions.Add(new(e.Pack, e.From, e.Until, e.By, e.At)),
            AdoptionEndSet e => county.Replace(county.Find(e.Pack, e.From)! with { Until = e.Until, By = e.By, RecordedAt = e.At }),
            AdoptionWithdrawn e => county.Adoptions.Remove(county.Find(e.Pack, e.From)!),
            _ => throw new UnreachableException($"A county was never taught {happened.GetType().Name}."),
        };
        return new(county.Version + 1, adoptions);
    }

    public Adoption? Find(string pack, DateOnly from) =>
        Adoptions.FirstOrDefault(adoption => string.Equals(adoption.Pack, pack, StringComparison.Ordinal) && adoption.From == from);

    private ImmutableArray<Adoption> Replace(Adoption changed) => Adoptions.SetItem(Adoptions.IndexOf(Find(changed.Pack, changed.From)!), changed);
}
