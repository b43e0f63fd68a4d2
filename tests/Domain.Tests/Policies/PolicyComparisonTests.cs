using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Policies;

public sealed class PolicyComparisonTests
{
    // Jiange clears within six months; elsewhere half a year must pass first. Both are law at home; the clash must be seen.
    [Fact]
    public void Two_counties_that_state_other_values_are_in_conflict()
    {
        var (left, right) = (WithObservation(0), WithObservation(6));

        var conflict = PolicyComparison.Between(left, right, new(2023, 1, 1)).ShouldHaveSingleItem();

        conflict.Rule.ShouldBe("monitoring.clearing.least-observation");
        conflict.Left!.Value.ShouldBe(new TimeLimit(0, TimeUnit.Months, "admitted"));
        conflict.Right!.Value.ShouldBe(new TimeLimit(6, TimeUnit.Months, "admitted"));
    }

    [Fact]
    public void Equal_values_are_no_conflict() =>
        PolicyComparison.Between(WithObservation(6), WithObservation(6), new(2023, 1, 1)).ShouldBeEmpty();

    [Fact]
    public void A_rule_that_only_one_county_states_is_listed()
    {
        var conflict = PolicyComparison.Between(WithObservation(6), Empty, new(2023, 1, 1)).ShouldHaveSingleItem();

        conflict.Left.ShouldNotBeNull();
        conflict.Right.ShouldBeNull();
    }

    [Fact]
    public void Before_either_rule_holds_there_is_nothing_to_clash() =>
        PolicyComparison.Between(WithObservation(0), WithObservation(6), new(2021, 12, 31)).ShouldBeEmpty();

    private static readonly PolicyPack Empty = new("test", "510823", "测试", [], [], new Dictionary<string, PolicyRule>());

    private static PolicyPack WithObservation(int months)
    {
        var rule = new DeadlineRule("monitoring.clearing.least-observation", "最短监测时间", "months",
            [new(new(2022, 1, 1), new TimeLimit(months, TimeUnit.Months, "admitted"), new Citation("d", "c", "p", null))]);
        return Empty with { Rules = new Dictionary<string, PolicyRule> { [rule.Id] = rule } };
    }
}
