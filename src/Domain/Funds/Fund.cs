using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Funds;

/// <summary>
/// One source's money of one year in one county (资金): confirmed, arrived and allocated belong to it and to nobody else, so one grain
/// can keep them in order. What is paid belongs to the project.
/// </summary>
/// <param name="Confirmed">By origin: a confirmation of a report, or a budget document. An origin that ended stays ended.</param>
/// <param name="Allocations">By id; what is left of each after returns.</param>
/// <param name="Declined">The last permit that was declined, by allocation.</param>
public sealed record Fund(
    long Version, ImmutableDictionary<string, FundPromise> Confirmed, ImmutableDictionary<string, FundArrival> Arrivals, ImmutableDictionary<string, FundAllocation> Allocations,
    ImmutableDictionary<string, long> Declined)
{
    public static readonly Fund Empty = new(
        0, ImmutableDictionary<string, FundPromise>.Empty, ImmutableDictionary<string, FundArrival>.Empty, ImmutableDictionary<string, FundAllocation>.Empty,
        ImmutableDictionary<string, long>.Empty);

    [JsonIgnore]
    public long ConfirmedFen => Money.Fen.Sum(Confirmed.Values.Select(promise => promise.Ended ? 0 : promise.Fen));

    [JsonIgnore]
    public long ArrivedFen => Money.Fen.Sum(Arrivals.Values.Select(arrival => arrival.Reversed ? 0 : arrival.Fen));

    [JsonIgnore]
    public long AllocatedFen => Money.Fen.Sum(Allocations.Values.Select(allocation => allocation.LeftFen));

    /// <summary>What may still be allocated: nothing that is only promised, nothing that came in unasked.</summary>
    [JsonIgnore]
    public long FreeFen => Math.Min(ConfirmedFen, ArrivedFen) - AllocatedFen;

    public static Fund Evolve(Fund fund, FundEvent happened)
    {
        var after = happened switch
        {
            MoneyConfirmed e => fund with { Confirmed = fund.Confirmed.SetItem(e.Origin, new(e.On, e.Fen, Ended: false)) },
            MoneyUnconfirmed e => fund with { Confirmed = fund.Confirmed.SetItem(e.Origin, new(fund.Confirmed.GetValueOrDefault(e.Origin)?.On ?? e.On, e.Fen, Ended: true)) },
            MoneyArrived e => fund with { Arrivals = fund.Arrivals.SetItem(e.Arrival, new(e.On, e.Fen, e.Voucher, Reversed: false)) },
            MoneyArrivalReversed e => fund with { Arrivals = fund.Arrivals.SetItem(e.Arrival, fund.Arrivals[e.Arrival] with { Reversed = true }) },
            MoneyAllocated e => fund with { Allocations = fund.Allocations.SetItem(e.Allocation, new(e.On, e.Project, e.Fen, [])) },
            MoneyTakenBack e => fund with { Allocations = fund.Allocations.SetItem(e.Allocation, fund.Allocations[e.Allocation].Returned(e.Return, e.Fen)) },
            AllocationDeclined e => fund with { Declined = fund.Declined.SetItem(e.Allocation, e.Permit) },
            _ => throw new UnreachableException($"A fund was never taught {happened.GetType().Name}."),
        };
        return after with { Version = fund.Version + 1 };
    }
}

/// <param name="On">Of the budget document, or of the confirmation.</param>
public sealed record FundPromise(DateOnly On, long Fen, bool Ended);

public sealed record FundArrival(DateOnly On, long Fen, string Voucher, bool Reversed);

/// <param name="Returns">By id, so that a reactor may send one twice.</param>
public sealed record FundAllocation(DateOnly On, string Project, long Fen, ImmutableArray<FundReturn> Returns)
{
    [JsonIgnore]
    public long LeftFen => Fen - Money.Fen.Sum(Returns.Select(given => given.Fen));

    public FundAllocation Returned(string id, long fen) => this with { Returns = Returns.Add(new(id, fen)) };
}

public sealed record FundReturn(string Id, long Fen);
