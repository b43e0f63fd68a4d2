using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Disclosure;

public sealed class DisclosureRulesTests
{
    private static readonly Citation s_source = new("county-2023", "第九条", "不足十户的不公布", null);

    [Fact]
    public void Every_figure_has_a_rule_with_its_source_though_no_county_made_one()
    {
        foreach (var indicator in IndicatorCatalog.All)
        {
            var held = DisclosureRules.Of(ShippedPacks.Default, indicator, new(2023, 6, 30));

            held.Rule.ShouldBe(indicator.Scale == 0 ? DisclosureRules.Counts : DisclosureRules.Amounts);
            held.Source.Assumed.ShouldNotBeNull();
        }
    }

    // A county may be stricter for all counts, and once more for one of them; what it is silent about goes by the platform's own rule.
    [Theory]
    [InlineData(IndicatorCodes.HouseholdsAll, "2023-06-30", 10, DisclosureRules.Counts, "county-2023")]
    [InlineData(IndicatorCodes.HouseholdsMonitored, "2023-06-30", 20, DisclosureRules.OneIndicator + IndicatorCodes.HouseholdsMonitored, "county-2023")]
    [InlineData(IndicatorCodes.IncomeWage, "2023-06-30", 5, DisclosureRules.Amounts, "platform-default")]
    [InlineData(IndicatorCodes.HouseholdsAll, "2022-12-31", 5, DisclosureRules.Counts, "platform-default")]
    public void A_countys_own_rule_goes_before_the_platforms_and_one_indicators_before_its_sorts(string indicator, string day, int threshold, string rule, string pack)
    {
        var county = new PolicyPack("county-2023", "510823", "某县", [], [], new[] { Rule(DisclosureRules.Counts, 10), Rule(DisclosureRules.OneIndicator + IndicatorCodes.HouseholdsMonitored, 20) }
            .ToDictionary(one => one.Id, PolicyRule (one) => one, StringComparer.Ordinal));

        var held = DisclosureRules.Of(county, IndicatorCatalog.Find(indicator)!, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        (held.Limits.Threshold, held.Rule, held.Pack).ShouldBe((threshold, rule, pack));
        if (pack == county.Id) held.Source.ShouldBe(s_source);
        DisclosureRules.CountThreshold(county, new(2023, 6, 30)).ShouldBe(10);
        DisclosureRules.CountThreshold(county, new(2022, 12, 31)).ShouldBe(5);
    }

    private static DisclosureRule Rule(string id, int threshold) => new(id, "公布门槛", "disclosure", [new(new(2023, 1, 1), DisclosureLimits.Of(threshold), s_source)]);
}
