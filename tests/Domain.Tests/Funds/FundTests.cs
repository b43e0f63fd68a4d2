using Revitalization.Domain.Commands;
using Revitalization.Domain.Funds;

namespace Revitalization.Domain.Tests.Funds;

public sealed class FundTests
{
    private static readonly DateOnly Day = new(2022, 5, 1);

    private static Fund With(params FundCommand[] commands) => commands.Aggregate(Fund.Empty, After);

    private static Fund After(Fund fund, FundCommand command)
    {
        var decision = FundRules.Decide(fund, command, Day);
        decision.Refusal.ShouldBeNull(command.ToString());
        return decision.Events.Aggregate(fund, Fund.Evolve);
    }

    private static void Refuses(Fund fund, FundCommand command, FundRefusal refusal)
    {
        var decision = FundRules.Decide(fund, command, Day);
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    private static ConfirmMoney Confirm(long fen = 100) => new(Day, "r1", fen);
    private static RecordMoneyArrival Arrive(long fen = 100) => new(Day, "a1", fen, "V-1");
    private static AllocateMoney Allocate(long fen, string id = "d1") => new(Day, id, "p1", fen);

    // Promised money cannot be spent, and money nobody confirmed neither.
    [Fact]
    public void Only_what_is_both_confirmed_and_arrived_can_be_allocated()
    {
        Refuses(With(Confirm()), Allocate(1), FundRefusal.AboveFree);
        Refuses(With(Arrive()), Allocate(1), FundRefusal.AboveFree);
        Refuses(With(Confirm(80), Arrive()), Allocate(81), FundRefusal.AboveFree);
        With(Confirm(80), Arrive(), Allocate(80)).FreeFen.ShouldBe(0);
    }

    [Fact]
    public void Every_act_sent_twice_counts_once()
    {
        FundCommand[] acts = [Confirm(), Arrive(), Allocate(60), new TakeBackMoney(Day, "d1", "b1", 10)];
        var fund = With(acts);

        foreach (var act in acts) FundRules.Decide(fund, act, Day).Events.ShouldBeEmpty();
        fund.AllocatedFen.ShouldBe(50);
    }

    [Fact]
    public void The_same_id_with_another_amount_is_refused()
    {
        var fund = With(Confirm(), Arrive(), Allocate(60), new TakeBackMoney(Day, "d1", "b1", 10));
        Refuses(fund, Confirm(99), FundRefusal.IdReused);
        Refuses(fund, Arrive(99), FundRefusal.IdReused);
        Refuses(fund, Allocate(59), FundRefusal.IdReused);
        Refuses(fund, new TakeBackMoney(Day, "d1", "b1", 11), FundRefusal.IdReused);
    }

    [Fact]
    public void What_is_allocated_holds_its_arrival_and_its_confirmation()
    {
        var fund = With(Confirm(), Arrive(), Allocate(1));
        Refuses(fund, new UnconfirmMoney(Day, "r1"), FundRefusal.AlreadyAllocated);
        Refuses(fund, new ReverseMoneyArrival(Day, "a1", "误登"), FundRefusal.AlreadyAllocated);

        var back = After(fund, new TakeBackMoney(Day, "d1", "b1", 1));
        After(After(back, new UnconfirmMoney(Day, "r1")), new ReverseMoneyArrival(Day, "a1", "误登")).ArrivedFen.ShouldBe(0);
    }

    [Fact]
    public void What_is_no_amount_or_no_entry_is_refused_by_name()
    {
        var fund = With(Confirm(), Arrive(), Allocate(10));
        Refuses(fund, new ConfirmMoney(Day.AddDays(1), "r2", 1), FundRefusal.DayInFuture);
        Refuses(fund, new ConfirmMoney(Day, "r2", 0), FundRefusal.AmountImplausible);
        Refuses(fund, new ConfirmMoney(Day, "r2", FundRules.AmountMaxFen + 1), FundRefusal.AmountImplausible);
        Refuses(fund, new RecordMoneyArrival(Day, "a2", 1, "V-1"), FundRefusal.VoucherReused);
        Refuses(fund, new RecordMoneyArrival(Day, "a2", 1, " "), FundRefusal.TextImplausible);
        Refuses(fund, new ReverseMoneyArrival(Day, "a9", "误登"), FundRefusal.EntryUnknown);
        Refuses(fund, new TakeBackMoney(Day, "d9", "b1", 1), FundRefusal.EntryUnknown);
        Refuses(fund, new TakeBackMoney(Day, "d1", "b1", 11), FundRefusal.ReturnAboveAllocation);
    }

    // The county reopened a report before the reactor told the fund that it had been confirmed.
    [Fact]
    public void A_confirmation_that_comes_after_its_end_counts_for_nothing()
    {
        var ended = With(new UnconfirmMoney(Day, "r1@2"));

        FundRules.Decide(ended, new ConfirmMoney(Day, "r1@2", 100), Day).Events.ShouldBeEmpty();
        After(ended, new ConfirmMoney(Day, "r1@5", 100)).ConfirmedFen.ShouldBe(100);
    }

    [Fact]
    public void A_reversed_voucher_may_be_recorded_rightly()
    {
        var reversed = With(Arrive(), new ReverseMoneyArrival(Day, "a1", "金额误登"));

        After(reversed, new RecordMoneyArrival(Day, "a2", 90, "V-1")).ArrivedFen.ShouldBe(90);
    }
}
