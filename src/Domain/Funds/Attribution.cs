namespace Revitalization.Domain.Funds;

/// <summary>A promise as attribution sees it; one that ended has 0.</summary>
/// <param name="Origin">A confirmation of a report, or a budget document.</param>
public readonly record struct PromisedMoney(string Origin, long Fen);

/// <param name="Fen">What is left of it after returns.</param>
/// <param name="PaidFen">Never more than that.</param>
public readonly record struct AllocatedMoney(string Allocation, long Fen, long PaidFen);

/// <summary>So much of one promise went into one allocation, and so much of that is paid.</summary>
public readonly record struct MoneyShare(string Origin, string Allocation, long AllocatedFen, long PaidFen);

/// <summary>
/// Whose money went where (资金归集). Money in a fund carries no names, so which report's money a project got is a convention: first confirmed,
/// first allocated; and inside an allocation, first allocated, first paid. Nothing is rounded, so shares add up to what the fund allocated and paid.
/// </summary>
public static class Attribution
{
    /// <param name="promises">In the order in which they were confirmed.</param>
    /// <param name="allocations">In the order in which they were made.</param>
    /// <returns>Shares that are not zero, by allocation, then by promise.</returns>
    /// <exception cref="InvalidOperationException">More is allocated than promised, or more paid than allocated: a fund never allows that.</exception>
    public static IReadOnlyList<MoneyShare> Of(IReadOnlyList<PromisedMoney> promises, IReadOnlyList<AllocatedMoney> allocations)
    {
        var shares = new List<MoneyShare>();
        var (promise, used) = (0, 0L);
        foreach (var allocation in allocations)
        {
            if (allocation.Fen < 0 || allocation.PaidFen < 0 || allocation.PaidFen > allocation.Fen)
                throw new InvalidOperationException($"Allocation {allocation.Allocation} paid more than it has.");
            var (open, unpaid) = (allocation.Fen, allocation.PaidFen);
            while (open > 0)
            {
                if (promise == promises.Count) throw new InvalidOperationException($"Allocation {allocation.Allocation} has money that nobody promised.");
                var taken = Math.Min(open, promises[promise].Fen - used);
                if (taken <= 0)
                {
                    (promise, used) = (promise + 1, 0);
                    continue;
                }
                var paid = Math.Min(taken, unpaid);
                shares.Add(new(promises[promise].Origin, allocation.Allocation, taken, paid));
                (open, unpaid, used) = (open - taken, unpaid - paid, used + taken);
            }
        }
        return shares;
    }

    /// <summary>The same by promise; those of which nothing was allocated are not in it.</summary>
    public static IReadOnlyDictionary<string, (long AllocatedFen, long PaidFen)> ByOrigin(IEnumerable<MoneyShare> shares)
    {
        var sums = new Dictionary<string, (long AllocatedFen, long PaidFen)>(StringComparer.Ordinal);
        foreach (var share in shares)
        {
            var (allocated, paid) = sums.GetValueOrDefault(share.Origin);
            sums[share.Origin] = (allocated + share.AllocatedFen, paid + share.PaidFen);
        }
        return sums;
    }
}
