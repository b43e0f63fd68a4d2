using System.Text.Json;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Aggregates say what a statistician would say, and nothing that cannot be added is added.</summary>
public sealed class ApplyTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    private const string Villages = "filter(RegionLevel eq 'village' and Period eq '2023-Q3' and IndicatorCode eq 'households')";

    [Fact]
    public async Task Villages_add_up_to_their_townships_and_to_the_county()
    {
        var sums = await portal.Rows($"/odata/Observations?$apply={Villages}/groupby((Region/ParentCode),aggregate(Value with sum as Total,$count as Rows))&$orderby=Region/ParentCode");
        var towns = await portal.Rows("/odata/Observations?$filter=RegionLevel eq 'township' and Period eq '2023-Q3' and IndicatorCode eq 'households'");

        sums.Select(row => row.GetProperty("Total").GetDecimal()).ShouldBe(towns.Select(row => row.GetProperty("Value").GetDecimal()));
        sums.ShouldAllBe(row => row.GetProperty("Rows").GetInt64() == 4);
        sums[0].GetProperty("Region").GetProperty("ParentCode").GetString().ShouldBe("510823100");
        var county = await portal.Rows("/odata/Observations?$filter=RegionCode eq '510823' and Period eq '2023-Q3' and IndicatorCode eq 'households'");
        sums.Sum(row => row.GetProperty("Total").GetDecimal()).ShouldBe(county[0].GetProperty("Value").GetDecimal());
    }

    [Fact]
    public async Task Average_min_max_and_distinct_counts_are_exact()
    {
        var row = (await portal.Rows($"/odata/Observations?$apply={Villages}/aggregate(Value with average as Mean,Value with min as Least,Value with max as Most,RegionCode with countdistinct as Places)")).ShouldHaveSingleItem();

        var values = SampleCounty.Villages.Select(village => 2m * (100 + (village[8] - '0') * 10 + (village[^1] - '0'))).ToList();
        row.GetProperty("Mean").GetDecimal().ShouldBe(Math.Round(values.Average(), 4, MidpointRounding.AwayFromZero));
        row.GetProperty("Least").GetDecimal().ShouldBe(values.Min());
        row.GetProperty("Most").GetDecimal().ShouldBe(values.Max());
        row.GetProperty("Places").GetInt32().ShouldBe(12);
    }

    // Which villages hold the greater part of a figure is what a province asks first.
    [Fact]
    public async Task The_greatest_parts_that_reach_a_sum_or_a_share_are_as_few_as_can_be()
    {
        var values = (await portal.Rows($"/odata/Observations?$apply={Villages}/orderby(Value desc)")).Select(row => row.GetProperty("Value").GetDecimal()).OrderDescending().ToList();
        var half = Enumerable.Range(1, values.Count).First(count => values.Take(count).Sum() * 2 >= values.Sum());
        async Task<int> Kept(string step) => (await portal.Rows($"/odata/Observations?$apply={Villages}/{step}")).Length;

        (await Kept("toppercent(50,Value)")).ShouldBe(half);
        (await Kept($"topsum({values.Take(3).Sum()},Value)")).ShouldBe(3, "a sum that is met needs no further row");
        (await Kept($"topsum({values.Take(3).Sum()}.0001,Value)")).ShouldBe(4);
        (await Kept("topsum(99999999,Value)")).ShouldBe(values.Count, "a sum that is never met keeps all");
        (await Kept($"bottomsum({values[^1]},Value)")).ShouldBe(1);
        (await Kept("bottompercent(100,Value)")).ShouldBe(values.Count);
    }

    [Fact]
    public async Task The_greatest_of_each_group_are_chosen_within_it_and_can_be_added_up()
    {
        var each = await portal.Rows($"/odata/Observations?$apply={Villages}/groupby((Region/ParentCode),topcount(2,Value))");
        var sums = await portal.Rows($"/odata/Observations?$apply={Villages}/groupby((Region/ParentCode),topcount(2,Value)/aggregate(Value with sum as Two,$count as N))");

        each.GroupBy(row => row.GetProperty("RegionCode").GetString()![..9]).ShouldAllBe(town => town.Count() == 2);
        sums.ShouldAllBe(row => row.GetProperty("N").GetInt32() == 2);
        sums.Sum(row => row.GetProperty("Two").GetDecimal()).ShouldBe(each.Sum(row => row.GetProperty("Value").GetDecimal()));
    }

    // "The fewest" must not be answered with the figures that nobody may see.
    [Theory]
    [InlineData("bottomcount(50,Value)")]
    [InlineData("topcount(50,Value)")]
    [InlineData("groupby((IndicatorCode),bottomcount(50,Value))")]
    [InlineData("bottompercent(100,Value)")]
    public async Task A_withheld_figure_is_ranked_neither_low_nor_high(string step)
    {
        const string Monitored = "filter(RegionLevel eq 'village' and Period eq '2023' and IndicatorCode eq 'people.monitored')";
        var all = await portal.Rows($"/odata/Observations?$apply={Monitored}/identity");
        var stated = all.Where(row => row.GetProperty("Value").ValueKind != JsonValueKind.Null).ToList();

        var ranked = await portal.Rows($"/odata/Observations?$apply={Monitored}/{step}");

        stated.Count.ShouldBeLessThan(all.Length);
        ranked.Select(row => row.GetProperty("RegionCode").GetString()).ShouldBe(stated.Select(row => row.GetProperty("RegionCode").GetString()), ignoreOrder: true);
    }

    // A reader must see that a sum lacks the figures that may not be published.
    [Fact]
    public async Task A_sum_over_suppressed_figures_says_how_many_it_lacks()
    {
        var rows = await portal.Rows("/odata/Observations?$apply=filter(RegionLevel eq 'village' and Period eq '2023' and IndicatorCode eq 'people.monitored')/groupby((Region/ParentCode),aggregate(Value with sum as Total))&$orderby=Region/ParentCode");

        rows[0].GetProperty("@Revitalization.suppressedCells").GetInt32().ShouldBe(2);
        rows[1].TryGetProperty("@Revitalization.suppressedCells", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("aggregate(Value with sum as T)", "指标")]
    [InlineData("groupby((RegionLevel,PeriodKind),aggregate(Value with sum as T))", "指标")]
    [InlineData("filter(IndicatorCode eq 'households')/groupby((PeriodKind),aggregate(Value with sum as T))", "层级")]
    [InlineData("filter(IndicatorCode eq 'income.net' and RegionLevel eq 'village')/aggregate(Value with sum as T)", "时期")]
    [InlineData("filter(IndicatorCode eq 'income.net' and RegionLevel eq 'village' or PeriodKind eq 'Year')/aggregate(Value with sum as T)", "指标")]
    [InlineData("filter(IndicatorCode eq 'income.net-per-head' and RegionLevel eq 'village' and Period eq '2023')/aggregate(Value with average as T)", "不可相加")]
    [InlineData("filter(RegionLevel eq 'village' and Period eq '2023')/groupby((IndicatorCode),aggregate(Value with sum as T))", "不可相加")]
    [InlineData("filter(RegionLevel eq 'village' and PeriodKind eq 'Quarter' and IndicatorCode eq 'households')/aggregate(Value with sum as T)", "时点数")]
    [InlineData("filter(RegionCode in ('510823','510823100') and Period eq '2023' and IndicatorCode eq 'households')/aggregate(Value with sum as T)", "层级")]
    [InlineData("compute(Value mul 2 as V2)/aggregate(V2 with sum as T)", "指标")]
    [InlineData("groupby((RegionCode),aggregate(Value with max as M))/aggregate(M with sum as T)", "指标")]
    [InlineData("topsum(10,Value)", "指标")]
    [InlineData("filter(RegionLevel eq 'village' and PeriodKind eq 'Quarter' and IndicatorCode eq 'households')/toppercent(50,Value)", "时点数")]
    [InlineData("filter(IndicatorCode eq 'households' and Period eq '2023')/topsum(5,Value)", "层级")]
    [InlineData("concat(" + Villages + "," + Villages + ")/aggregate(Value with sum as T)", "concat")]
    [InlineData("filter(not (IndicatorCode ne 'households') and RegionLevel eq 'village' and Period eq '2023')/aggregate(Value with sum as T)", "指标")]
    [InlineData("filter(Region/Level eq 'village')/groupby((Region/Name),aggregate(Value with sum as T))", "指标")]
    public async Task What_cannot_be_added_is_refused_saying_why(string apply, string why)
    {
        var (status, code, message) = await portal.Refusal($"/odata/Observations?$apply={apply}");

        status.ShouldBe(400, message);
        code.ShouldBe("not-additive");
        message.ShouldContain(why);
    }

    [Theory]
    [InlineData(Villages + "/aggregate(Value with sum as T)")]
    [InlineData("groupby((IndicatorCode,RegionLevel,Period),aggregate(Value with min as T))")]
    [InlineData("filter(Indicator/Additive eq true)/groupby((IndicatorCode,RegionLevel,Period),aggregate(Value with sum as T))")]
    [InlineData("filter(Indicator/Additive)/groupby((Indicator/Code,Region/Level,Period),aggregate(Value with sum as T))")]
    [InlineData("filter(IndicatorCode eq 'income.net' and RegionLevel eq 'village' and PeriodKind eq 'Quarter')/aggregate(Value with sum as T)")]
    [InlineData("filter(IndicatorCode eq 'income.net' and (RegionCode eq '510823100' or RegionCode eq '510823101') and Period eq '2023')/aggregate(Value with sum as T)")]
    [InlineData("filter('income.net' eq IndicatorCode)/groupby((RegionCode,PeriodKind),aggregate(Value with average as T))")]
    [InlineData("filter(IndicatorCode in ('households','income.net'))/groupby((IndicatorCode,RegionCode,Period),aggregate(Value with sum as V))/filter(RegionCode eq '510823')/groupby((IndicatorCode,Period),aggregate(V with sum as T))")]
    [InlineData("filter(RegionLevel eq 'village' and PeriodKind eq 'Quarter' and IndicatorCode eq 'households')/aggregate(Value with average as T)")]
    [InlineData("groupby((RegionLevel),aggregate(Value with max as T))")]
    public async Task What_can_be_added_is_added(string apply)
    {
        var rows = await portal.Rows($"/odata/Observations?$apply={apply}");

        rows.ShouldNotBeEmpty();
        rows.ShouldContain(row => row.GetProperty("T").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task A_total_and_its_greatest_parts_come_in_one_answer()
    {
        var rows = await portal.Rows($"/odata/Observations?$apply={Villages}/concat(aggregate(Value with sum as Total),groupby((RegionCode),aggregate(Value with sum as Total))/topcount(2,Total))");

        rows.Length.ShouldBe(3);
        rows[0].EnumerateObject().Select(member => member.Name).ShouldBe(["Total"]);
        rows[1].GetProperty("RegionCode").GetString().ShouldBe("510823102904");
        rows[1].GetProperty("Total").GetDecimal().ShouldBeGreaterThan(rows[2].GetProperty("Total").GetDecimal());
    }

    [Theory]
    [InlineData("identity", 504)]
    [InlineData("filter(Period eq '2022')/identity", 72)]
    [InlineData("orderby(Value desc)/skip(1)/top(5)", 5)]
    [InlineData("bottomcount(3,Value)", 3)]
    [InlineData("groupby((Period))", 7)]
    [InlineData("groupby((Region/Parent/Name))", 7)]
    [InlineData("search(甲镇)", 28)]
    [InlineData("compute(Value div 2 as Half)/filter(Half gt 1000000)", 0)]
    [InlineData("groupby((Period),filter(Status eq 'suppressed')/aggregate($count as N))", 7)]
    [InlineData("groupby((Period),filter(Period eq '2022'))", 72)]
    [InlineData("groupby((Period,IndicatorCode),bottomcount(1,Value))", 28)]
    [InlineData("groupby((Period),aggregate($count as N)/filter(N gt 100))", 0)]
    public async Task Transformations_follow_one_another(string apply, int rows)
    {
        var count = (await portal.Get($"/odata/Observations?$apply={apply}&$count=true")).GetProperty("@odata.count").GetInt32();
        if (apply.StartsWith("compute", StringComparison.Ordinal)) count.ShouldBeGreaterThan(0);
        else count.ShouldBe(rows, apply);
    }

    [Fact]
    public async Task Computed_columns_can_be_selected_sorted_and_filtered()
    {
        var rows = await portal.Rows("/odata/Observations?$compute=Value mul 100 as Fen&$filter=Fen gt 0 and Period eq '2022'&$orderby=Fen desc&$select=RegionCode,Fen&$top=2");

        rows[0].EnumerateObject().Select(member => member.Name).ShouldBe(["RegionCode", "Fen"]);
        rows[0].GetProperty("Fen").GetDecimal().ShouldBeGreaterThanOrEqualTo(rows[1].GetProperty("Fen").GetDecimal());
    }

    [Fact]
    public async Task A_sum_too_large_for_its_type_is_refused_not_rounded() =>
        (await portal.Refusal("/odata/Observations?$apply=filter(IndicatorCode eq 'income.net' and RegionLevel eq 'village' and Period eq '2023')/compute(Value mul 2000000 as Huge)/groupby((IndicatorCode),aggregate(Huge with sum as T))/compute(T mul T as X)")).Message.ShouldContain("溢出");
}
