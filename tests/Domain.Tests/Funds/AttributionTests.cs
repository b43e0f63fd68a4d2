using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Funds;

namespace Revitalization.Domain.Tests.Funds;

/// <summary>Whose money became what: a convention, so it must add up and never change by itself.</summary>
public sealed class AttributionTests
{
    // Two partners' money lies in one fund: without an order each could claim the same bridge.
    [Fact]
    public void First_confirmed_is_first_allocated_and_first_paid()
    {
        var shares = Attribution.Of([new("xiaoshan", 100), new("zhechuan", 50)], [new("bridge", 80, 10), new("school", 60, 30)]);

        shares.ShouldBe(
        [
            new("xiaoshan", "bridge", 80, 10), new("xiaoshan", "school", 20, 20), new("zhechuan", "school", 40, 10),
        ]);
    }

    // The county took a confirmation back while free money covered it: what it had seemed to pay for is now the next one's.
    [Fact]
    public void An_ended_promise_has_nothing_and_the_next_one_stands_in()
    {
        Attribution.Of([new("ended", 0), new("next", 70)], [new("bridge", 70, 70)]).ShouldBe([new("next", "bridge", 70, 70)]);
    }

    [Fact]
    public void A_fund_that_gave_more_than_it_was_promised_is_our_mistake_and_is_not_hidden()
    {
        Should.Throw<InvalidOperationException>(() => Attribution.Of([new("a", 10)], [new("d", 11, 0)]));
        Should.Throw<InvalidOperationException>(() => Attribution.Of([new("a", 10)], [new("d", 10, 11)]));
        Should.Throw<InvalidOperationException>(() => Attribution.Of([new("a", 10)], [new("d", -1, 0)]));
        Attribution.Of([new("a", 10)], []).ShouldBeEmpty();
    }

    private sealed record Drawn(PromisedMoney[] Promises, AllocatedMoney[] Allocations);

    /// <summary>Any fund that conserves money: allocations within promises, payments within allocations, some promises ended, some allocations returned whole.</summary>
    private static readonly Gen<Drawn> Funds =
        from promised in Gen.Choose(0, 40).SelectMany(fen => Gen.Constant((long)fen)).ListOf()
        let total = promised.Sum()
        from cuts in Gen.Choose(0, 30).ListOf()
        from paid in Gen.Choose(0, 100).ListOf(cuts.Count)
        select new Drawn(
            [.. promised.Select((fen, index) => new PromisedMoney($"r{index}", fen))], Cut(total, [.. cuts], [.. paid]));

    private static AllocatedMoney[] Cut(long total, int[] cuts, int[] paid)
    {
        var made = new List<AllocatedMoney>();
        foreach (var (cut, percent) in cuts.Zip(paid))
        {
            var fen = Math.Min(total, cut);
            total -= fen;
            made.Add(new($"d{made.Count}", fen, fen * percent / 100));
        }
        return [.. made];
    }

    [Fact]
    public void Shares_add_up_to_what_was_allocated_and_paid_and_no_promise_gives_more_than_it_has() => Properties.Holds(Funds.ToArbitrary(), drawn =>
    {
        var shares = Attribution.Of(drawn.Promises, drawn.Allocations);
        foreach (var allocation in drawn.Allocations)
        {
            var mine = shares.Where(share => share.Allocation == allocation.Allocation).ToList();
            mine.Sum(share => share.AllocatedFen).ShouldBe(allocation.Fen);
            mine.Sum(share => share.PaidFen).ShouldBe(allocation.PaidFen);
        }
        var promised = drawn.Promises.ToDictionary(each => each.Origin, each => each.Fen);
        foreach (var (origin, (allocated, paid)) in Attribution.ByOrigin(shares))
        {
            allocated.ShouldBeInRange(0, promised[origin]);
            paid.ShouldBeInRange(0, allocated);
        }
        shares.ShouldAllBe(share => share.AllocatedFen > 0 && share.PaidFen >= 0 && share.PaidFen <= share.AllocatedFen);
    });

    // Lists, totals and releases compute it apart from one another; the portal must never show another number than the county's board.
    [Fact]
    public void The_same_fund_gives_the_same_shares_and_a_later_promise_takes_nothing_from_earlier_ones() => Properties.Holds(Funds.ToArbitrary(), drawn =>
    {
        var shares = Attribution.Of(drawn.Promises, drawn.Allocations);
        Attribution.Of(drawn.Promises, drawn.Allocations).ShouldBe(shares);
        Attribution.Of([.. drawn.Promises, new("late", 1_000)], drawn.Allocations).ShouldBe(shares);
    });
}
