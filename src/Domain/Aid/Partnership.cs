using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Aid;

/// <summary>A pair of regions and what they agreed (协作关系). What was delivered is not here: each report is a grain of its own.</summary>
public sealed record Partnership(
    long Version, AgreementPut? Agreement, ImmutableArray<PairingPut> Pairings, ImmutableArray<PlanPut> Plans, ImmutableArray<ExchangePut> Exchanges)
{
    public static readonly Partnership Empty = new(0, null, [], [], []);

    [JsonIgnore]
    public bool IsAgreed => Agreement is not null;

    public PlanPut? Plan(int year) => Plans.FirstOrDefault(plan => plan.Year == year);

    /// <summary>Whether support of this year falls under the agreement.</summary>
    public bool Covers(int year) => Terms()?.Covers(year) == true;

    /// <summary>As reports see it; null where nothing was agreed.</summary>
    public AgreementTerms? Terms() => Agreement is { } agreed
        ? new(agreed.Kind, agreed.Recipient, agreed.StartYear, agreed.EndYear, agreed.TwoSignatures, [.. Pairings.Select(pairing => pairing.Pairing)])
        : null;

    public static Partnership Evolve(Partnership partnership, PartnershipEvent happened)
    {
        var after = happened switch
        {
            AgreementPut e => partnership with { Agreement = e },
            PairingPut e => partnership with { Pairings = Put(partnership.Pairings, e, other => other.Pairing == e.Pairing) },
            PlanPut e => partnership with { Plans = Put(partnership.Plans, e, other => other.Year == e.Year) },
            ExchangePut e => partnership with { Exchanges = Put(partnership.Exchanges, e, other => other.Exchange == e.Exchange) },
            _ => throw new UnreachableException($"A partnership was never taught {happened.GetType().Name}."),
        };
        return after with { Version = partnership.Version + 1 };
    }

    private static ImmutableArray<T> Put<T>(ImmutableArray<T> all, T put, Func<T, bool> same)
    {
        for (var at = 0; at < all.Length; at++)
            if (same(all[at]))
                return all.SetItem(at, put);
        return all.Add(put);
    }
}
