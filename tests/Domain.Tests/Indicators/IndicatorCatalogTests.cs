using System.Reflection;
using Revitalization.Domain.Indicators;

namespace Revitalization.Domain.Tests.Indicators;

public sealed class IndicatorCatalogTests
{
    [Fact]
    public void There_are_at_least_twenty_four_indicators_and_each_code_stands_once()
    {
        IndicatorCatalog.All.Count.ShouldBeGreaterThanOrEqualTo(24);
        IndicatorCatalog.All.DistinctBy(indicator => indicator.Code).Count().ShouldBe(IndicatorCatalog.All.Count);
        IndicatorCatalog.All.DistinctBy(indicator => indicator.Name).Count().ShouldBe(IndicatorCatalog.All.Count);
    }

    [Fact]
    public void There_are_at_least_thirty_monitoring_indicators_and_all_are_protected() =>
        IndicatorCatalog.All.Where(indicator => indicator.Code.StartsWith("monitoring.", StringComparison.Ordinal)).ToList()
            .ShouldSatisfyAllConditions(all => all.Count.ShouldBeGreaterThanOrEqualTo(30), all => all.ShouldAllBe(indicator => indicator.Protected));

    // Six visits to one household are no crowd: a count of things is guarded by the households it is of.
    [Fact]
    public void What_is_counted_of_households_is_guarded_by_the_households() =>
        IndicatorCatalog.All.Where(indicator => indicator.Unit is "次" or "条" or "元" or "天").ShouldAllBe(indicator => indicator.Guard != null);

    [Fact]
    public void Every_code_is_in_the_catalogue() =>
        typeof(IndicatorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!)
            .ShouldBe(IndicatorCatalog.All.Select(indicator => indicator.Code), ignoreOrder: true);

    [Fact]
    public void Every_indicator_says_what_it_is_how_it_is_counted_and_who_asks_for_it() =>
        IndicatorCatalog.All.ShouldAllBe(indicator =>
            indicator.Name != "" && indicator.Unit != "" && indicator.Definition != "" && indicator.Method != "" && indicator.Source != "");

    [Fact]
    public void A_ratio_is_never_added_and_names_terms_that_are()
    {
        foreach (var ratio in IndicatorCatalog.All.Where(indicator => indicator.Accumulation == Accumulation.Ratio))
        {
            ratio.Additive.ShouldBeFalse();
            foreach (var terms in ratio.Ratio)
            {
                IndicatorCatalog.Of(terms.Numerator).Additive.ShouldBeTrue();
                IndicatorCatalog.Of(terms.Denominator).Periods.ShouldContain(terms.Kind);
            }
        }
    }

    [Fact]
    public void Guards_and_classes_name_indicators_that_exist()
    {
        IndicatorCatalog.All.Select(indicator => indicator.Guard).OfType<string>().ShouldAllBe(guard => IndicatorCatalog.Find(guard) != null);
        IndicatorCatalog.Classifications.SelectMany(classes => classes.Parts.Append(classes.Total))
            .ShouldAllBe(code => IndicatorCatalog.Find(code) != null);
    }

    [Fact]
    public void An_unknown_code_is_nobodys() =>
        Should.Throw<ArgumentException>(() => IndicatorCatalog.Of("households.rich"));
}
