using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;

namespace Revitalization.Domain.Tests.Funds;

/// <summary>资金池: income of assets in a fund of its own; and what a fund declined.</summary>
public sealed class PoolTests
{
    private static readonly DateOnly Day = new(2022, 5, 1);

    private static Fund After(Fund fund, FundCommand command)
    {
        var decision = FundRules.Decide(fund, command, Day);
        decision.Refusal.ShouldBeNull(command.ToString());
        return decision.Events.Aggregate(fund, Fund.Evolve);
    }

    private static string? Refusal(Fund fund, FundCommand command) => FundRules.Decide(fund, command, Day).Refusal?.Code;

    private static readonly ReceivePoolIncome Income = new(Day, "asset/z1/uses/u1", 100);
    private static readonly WithdrawPoolIncome Back = new(Day, "asset/z1/uses/u1", "误登");

    [Fact]
    public void Income_is_promised_and_arrived_at_once_and_may_be_allocated()
    {
        var pool = After(Fund.Empty, Income);

        pool.FreeFen.ShouldBe(100);
        FundRules.Decide(pool, Income, Day).Events.ShouldBeEmpty();
        Refusal(pool, Income with { Fen = 99 }).ShouldBe(FundRefusal.IdReused.On().Code);
        Refusal(pool, Income with { Fen = 0 }).ShouldBe(FundRefusal.AmountImplausible.On().Code);
        Refusal(After(pool, new AllocateMoney(Day, "d1", "p", 1)), Back).ShouldBe(FundRefusal.AlreadyAllocated.On().Code);
    }

    [Fact]
    public void What_is_taken_back_goes_from_promise_and_arrival_together_and_stays_away()
    {
        var gone = After(After(Fund.Empty, Income), Back);

        (gone.ConfirmedFen, gone.ArrivedFen).ShouldBe((0, 0));
        FundRules.Decide(gone, Back, Day).Events.ShouldBeEmpty();
        FundRules.Decide(gone, Income, Day).Events.ShouldBeEmpty();
        FundRules.Decide(After(Fund.Empty, Back), Income, Day).Events.ShouldBeEmpty(); // The reactor came after the reversal.
        Refusal(Fund.Empty, Back with { Reason = "" }).ShouldBe(FundRefusal.TextImplausible.On().Code);
    }

    [Fact]
    public void What_was_declined_is_not_given_later_under_the_same_permit()
    {
        var declined = After(Fund.Empty, new DeclineAllocation(Day, "d1", "p", 4));
        var rich = After(declined, Income);

        Refusal(rich, new AllocateMoney(Day, "d1", "p", 50, Permit: 4)).ShouldBe(FundRefusal.AllocationDeclined.On().Code);
        After(rich, new AllocateMoney(Day, "d1", "p", 50, Permit: 6)).AllocatedFen.ShouldBe(50);
        FundRules.Decide(rich, new DeclineAllocation(Day, "d1", "p", 3), Day).Events.ShouldBeEmpty();
        Refusal(After(rich, new AllocateMoney(Day, "d1", "p", 50, Permit: 6)), new DeclineAllocation(Day, "d1", "p", 6)).ShouldBe(FundRefusal.AlreadyAllocated.On().Code);
    }
}
