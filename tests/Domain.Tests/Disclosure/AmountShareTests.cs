using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Tests.Disclosure;

public sealed class AmountShareTests
{
    private static readonly DisclosureLimits s_limits = DisclosureLimits.Of(5) with { Top = 1, TopPercent = 80 };

    // The neighbour who earned the rest subtracts his own part and knows the rich one's.
    [Theory]
    [InlineData(80, false)]
    [InlineData(81, true)]
    public void One_household_with_more_than_the_share_dominates(long largest, bool dominated)
    {
        var share = new AmountShare(s_limits);
        foreach (var amount in (long[])[5, largest, 5, 100 - largest - 10]) share.Add(amount);

        share.IsDominated.ShouldBe(dominated);
    }

    [Fact]
    public void A_loss_weighs_as_much_as_a_gain()
    {
        var share = new AmountShare(s_limits);
        share.Add(-900);
        share.Add(100);

        share.IsDominated.ShouldBeTrue();
    }

    [Fact]
    public void A_dominated_amount_is_hidden_though_many_households_have_some_of_it()
    {
        var quarter = Domain.Calendar.Period.OfQuarter(2023, 3);
        var verdicts = DisclosureControl.Apply(
        [
            new("510823", null, quarter, IndicatorCodes.IncomeHouseholds, 80, true, s_limits),
            new("510823", null, quarter, IndicatorCodes.IncomeWage, 9_000_000, true, s_limits, Dominated: true),
        ]);

        verdicts.Select(verdict => verdict.Reason).ShouldBe([DisclosureReason.None, DisclosureReason.Dominance]);
    }
}
