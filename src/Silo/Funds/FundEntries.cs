using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Funds;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Requests;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Funds;

/// <summary>What stands in one fund's book (资金明细), entry by entry, from its own stream: promises, arrivals, allocations, and what of each was taken back.</summary>
public sealed class FundEntries(IEventLog log)
{
    private const string Budget = "budget/", Pool = "asset/";

    /// <summary>Newest first.</summary>
    /// <param name="after">Day, kind and id of the last entry shown; empty for the first page.</param>
    public async Task<(Page<FundEntry>? Page, Enum? Refusal)> Page(string name, string[] after, int limit, Sender by, CancellationToken cancellation)
    {
        if (FundKeys.Read(name) is not { } key) return (null, FundRefusal.KeyMalformed);
        if (!by.Covers(key.County)) return (null, AccessRefusal.ScopeElsewhere);
        var fund = await log.Fold<Fund, FundEvent>($"fund/{key}", Fund.Empty, Fund.Evolve, cancellation);
        if (fund.Version == 0) return (null, FundRefusal.EntryUnknown);
        var ordered = All(fund).OrderByDescending(each => each.Key).ToList();
        var next = after[0].Length == 0 ? ordered : ordered.Where(each => each.Key.CompareTo((after[0], after[1], after[2])) < 0);
        var rows = next.Take(limit + 1).ToList();
        var cursor = rows.Count > limit ? Cursor.Write(rows[limit - 1].Key.Day, rows[limit - 1].Key.Kind, rows[limit - 1].Key.Origin) : null;
        return (new([.. rows.Take(limit).Select(each => each.Entry)], cursor), null);
    }

    /// <summary>The key names an entry for ever: a report that was confirmed twice has two.</summary>
    private static IEnumerable<((string Day, string Kind, string Origin) Key, FundEntry Entry)> All(Fund fund)
    {
        var promises = fund.Confirmed.Select(each => (each.Key, Promise(each.Key, each.Value)));
        // Pool income is promised and arrives in one; it is one entry.
        var arrivals = fund.Arrivals.Where(each => !each.Key.StartsWith(Pool, StringComparison.Ordinal)).Select(each => (each.Key, new FundEntry(
            each.Key, "arrival", each.Value.On, each.Value.Fen, each.Value.Reversed ? 0 : each.Value.Fen, each.Value.Voucher, null, !each.Value.Reversed)));
        var allocations = fund.Allocations.Select(each => (each.Key, new FundEntry(
            each.Key, "allocation", each.Value.On, each.Value.Fen, each.Value.LeftFen, null, each.Value.Project, Reversible: false)));
        return promises.Concat(arrivals).Concat(allocations).Select(each => ((PersonFields.Day(each.Item2.On), each.Item2.Kind, each.Key), each.Item2));
    }

    private static FundEntry Promise(string origin, FundPromise promise)
    {
        var (id, kind) = origin switch
        {
            _ when origin.StartsWith(Budget, StringComparison.Ordinal) => (origin[Budget.Length..], "budget"),
            _ when origin.StartsWith(Pool, StringComparison.Ordinal) => (origin[Pool.Length..].Split('/')[0], "pool"),
            _ => (origin.Split('@')[0], "support"),
        };
        return new(id, kind, promise.On, promise.Fen, promise.Ended ? 0 : promise.Fen, null, null, kind == "budget" && !promise.Ended);
    }
}
