using System.Globalization;
using System.Text.Json;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Each thing that the outside is promised (OData 4.01, as our model states it), asked once, beside the answer counted by hand.</summary>
public sealed class CapabilityTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    private const string Q3 = "Period eq '2023-Q3' and IndicatorCode eq 'households'";
    private const string Villages = "filter(RegionLevel eq 'village' and Period eq '2023-Q3' and IndicatorCode eq 'households')";

    [Theory]
    // Comparison and logic.
    [InlineData("Regions?$filter=Code eq '510823'", 1)]
    [InlineData("Regions?$filter=Code ne '510823'", 17)]
    [InlineData("Observations?$filter=Value gt 2600 and " + Q3, 3)]
    [InlineData("Observations?$filter=Value ge 2700 and " + Q3, 3)]
    [InlineData("Observations?$filter=Value lt 204 and " + Q3, 1)]
    [InlineData("Observations?$filter=Value le 204 and " + Q3, 2)]
    [InlineData("Regions?$filter=Level eq 'county' or Level eq 'city'", 2)]
    [InlineData("Regions?$filter=not (Level eq 'village')", 6)]
    [InlineData("Regions?$filter=Code in ('510823','510800')", 2)]
    // Arithmetic.
    [InlineData("Observations?$filter=Value add 1 eq 203 and " + Q3, 1)]
    [InlineData("Observations?$filter=Value sub 1 eq 201 and " + Q3, 1)]
    [InlineData("Observations?$filter=Value mul 2 eq 404 and " + Q3, 1)]
    [InlineData("Observations?$filter=Value div 2 eq 101 and " + Q3, 1)]
    [InlineData("Observations?$filter=Value mod 100 eq 2 and " + Q3, 1)]
    [InlineData("Observations?$filter=-Value eq -202 and " + Q3, 1)]
    // Text.
    [InlineData("Regions?$filter=contains(Name,'镇')", 3)]
    [InlineData("Regions?$filter=startswith(Name,'第')", 12)]
    [InlineData("Regions?$filter=endswith(Name,'县')", 1)]
    [InlineData("Regions?$filter=length(Code) eq 12", 12)]
    [InlineData("Regions?$filter=indexof(Name,'村') eq 2", 12)]
    [InlineData("Regions?$filter=substring(Code,9) eq '901'", 3)]
    [InlineData("Regions?$filter=substring(Code,0,2) eq '51'", 18)]
    [InlineData("Regions?$filter=tolower(Level) eq 'city'", 1)]
    [InlineData("Regions?$filter=toupper(Level) eq 'CITY'", 1)]
    [InlineData("Regions?$filter=trim(concat(' ',Level)) eq 'city'", 1)]
    [InlineData("Regions?$filter=concat(concat(Code,'-'),Level) eq '510800-city'", 1)]
    // Dates and numbers.
    [InlineData("Releases?$filter=year(AsOf) eq 2022 and month(AsOf) eq 12 and day(AsOf) eq 31", 1)]
    [InlineData("Releases?$filter=hour(PublishedAt) eq 9 and minute(PublishedAt) eq 30 and second(PublishedAt) eq 0", 2)]
    [InlineData("Releases?$filter=date(PublishedAt) eq 2023-09-30", 1)]
    [InlineData("Observations?$filter=round(Value div 3) eq 67 and " + Q3, 1)]
    [InlineData("Observations?$filter=floor(Value div 3) eq 67 and " + Q3, 1)]
    [InlineData("Observations?$filter=ceiling(Value div 3) eq 68 and " + Q3, 2)]
    // Navigations: any, all, counts, paths.
    [InlineData("Regions?$filter=Children/any()", 6)]
    [InlineData("Regions?$filter=Children/any(c: c/Name eq '乙镇')", 1)]
    [InlineData("Regions?$filter=Children/all(c: c/Level eq 'township')", 13)]
    [InlineData("Regions?$filter=Children/$count gt 3", 3)]
    [InlineData("Partnerships?$filter=AidReports/any(r: r/State eq 'Confirmed') and Plans/any(p: p/Year eq 2022)", 2)]
    [InlineData("Partnerships?$filter=Pairings/any(p: p/Kind eq 'Hospital')", 1)]
    [InlineData("Projects?$filter=Partnership/Kind eq 'EastWest'", 2)]
    [InlineData("Projects?$filter=Assets/any() and Flows/any(f: f/Source eq 'EastWest')", 1)]
    [InlineData("AidReports?$filter=Partnership/DonorName eq '乙市' and Quantity gt 7", 2)]
    [InlineData("Observations?$filter=Region/Parent/Name eq '甲镇' and " + Q3, 4)]
    [InlineData("Regions?$filter=Name eq @name&@name='甲镇'", 1)]
    // The other options.
    [InlineData("Regions?$search=甲 OR 乙", 2)]
    [InlineData("Projects?$search=产业园 NOT 甲", 2)]
    [InlineData("Partnerships?$search=\"杭州市\"", 1)]
    [InlineData("Observations?$compute=Value div 2 as Half&$filter=Half gt 1340 and " + Q3, 3)]
    [InlineData("Regions?filter=Level eq 'city'", 1)]
    // $apply.
    [InlineData("Observations?$apply=identity", 504)]
    [InlineData("Observations?$apply=filter(Period eq '2022')", 72)]
    [InlineData("Observations?$apply=search(甲镇)", 28)]
    [InlineData("Observations?$apply=" + Villages + "/topcount(3,Value)", 3)]
    [InlineData("Observations?$apply=" + Villages + "/bottomcount(5,Value)", 5)]
    [InlineData("Observations?$apply=" + Villages + "/orderby(Value desc)/skip(2)/top(4)", 4)]
    [InlineData("Observations?$apply=" + Villages + "/compute(Value mul 2 as Twice)/filter(Twice gt 480)", 4)]
    [InlineData("Observations?$apply=" + Villages + "/groupby((Region/ParentCode),aggregate(Value with sum as T))", 3)]
    [InlineData("Observations?$apply=concat(" + Villages + "/aggregate(Value with sum as T),groupby((Period)))", 8)]
    [InlineData("Observations?$apply=groupby((rollup(RegionLevel,RegionCode)),aggregate($count as N))", 18 + 5)]
    [InlineData("Observations?$apply=groupby((rollup($all,RegionLevel),PeriodKind),aggregate($count as N))", 10 + 2)]
    [InlineData("Observations?$apply=groupby((rollup($all,RegionLevel)),aggregate($count as N))", 5 + 1)]
    public async Task What_is_promised_is_answered(string address, int rows) =>
        (await portal.Get($"/odata/{address}&$count=true&$top=0")).GetProperty("@odata.count").GetInt32().ShouldBe(rows, address);

    [Theory]
    [InlineData("Value with sum as X", 2700)]
    [InlineData("Value with average as X", 225)]
    [InlineData("Value with min as X", 202)]
    [InlineData("Value with max as X", 248)]
    [InlineData("RegionCode with countdistinct as X", 12)]
    [InlineData("$count as X", 12)]
    public async Task An_aggregate_is_what_it_is_by_hand(string aggregate, decimal expected)
    {
        var row = (await portal.Rows($"/odata/Observations?$apply={Villages}/aggregate({aggregate})")).ShouldHaveSingleItem();
        row.GetProperty("X").GetDecimal().ShouldBe(Recounted(aggregate, expected));
    }

    // Rows of a rollup: all places, then each level; a sum that a level would double is refused as everywhere.
    [Fact]
    public async Task A_rollup_adds_up_and_stays_under_guard()
    {
        var rows = await portal.Rows($"/odata/Observations?$apply={Villages}/groupby((rollup($all,Region/ParentCode)),aggregate(Value with sum as Total))");

        rows.Length.ShouldBe(4);
        rows[..3].Sum(row => row.GetProperty("Total").GetDecimal()).ShouldBe(rows[3].GetProperty("Total").GetDecimal());
        rows[3].TryGetProperty("Region", out _).ShouldBeFalse();
        (await portal.Refusal("/odata/Observations?$apply=filter(Period eq '2023-Q3' and IndicatorCode eq 'households')/groupby((rollup($all,RegionLevel)),aggregate(Value with sum as T))")).Code.ShouldBe("not-additive");
    }

    // Every set answers for a day, by key, by page and in a file: a set added later is asked as well.
    [Fact]
    public async Task Every_set_answers_in_every_way()
    {
        foreach (var set in (await portal.Rows("/odata/")).Select(set => set.GetProperty("name").GetString()!))
        {
            var count = int.Parse(await portal.Client.GetStringAsync($"/odata/{set}/$count"), CultureInfo.InvariantCulture);
            (await portal.Get($"/odata/{set}?$count=true&$top=1&$skip=0&asOf=2023-10-01")).GetProperty("@odata.count").GetInt32().ShouldBe(count, set);
            (await portal.Client.GetStringAsync($"/data/{set}.jsonl")).Count(c => c == '\n').ShouldBe(count, set);
            (await portal.Get($"/odata/{set}?asOf=2022-12-31")).GetProperty("value").GetArrayLength().ShouldBeLessThanOrEqualTo(Math.Min(count, 50), set);
            (await portal.Get($"/odata/{set}?$apply=aggregate($count as N)")).GetProperty("value")[0].GetProperty("N").GetInt32().ShouldBe(count, set);
        }
    }

    [Fact]
    public async Task Parents_and_children_are_expanded_two_levels_deep()
    {
        var county = await portal.Get("/odata/Regions('510823')?$expand=Parent,Children($expand=Children($count=true;$filter=endswith(Code,'1');$orderby=Code desc;$top=1;$select=Code))");

        county.GetProperty("Parent").GetProperty("Name").GetString().ShouldBe("广元市");
        county.GetProperty("Children").GetArrayLength().ShouldBe(3);
        county.GetProperty("Children")[0].GetProperty("Children").GetRawText().ShouldBe("""[{"Code":"510823100901"}]""");
    }

    // What the model states is what the service does: a client reads it instead of being refused.
    [Fact]
    public async Task The_model_states_limits_descriptions_and_units_in_XML_and_in_JSON()
    {
        var xml = await portal.Client.GetStringAsync("/odata/$metadata");
        foreach (var stated in (string[])["Org.OData.Capabilities.V1.BatchSupport", "Org.OData.Capabilities.V1.FilterFunctions", "Org.OData.Aggregation.V1.ApplySupportedDefaults", "Org.OData.Core.V1.Description", "Org.OData.Measures.V1.Unit", "edmx:Reference"])
            xml.ShouldContain(stated);
        var model = await portal.Get("/odata/$metadata?$format=json");
        var schema = model.GetProperty("Revitalization");
        var container = schema.GetProperty("Disclosure");

        container.GetProperty("@Revitalization.MaxPageRows").GetInt32().ShouldBe(50);
        container.GetProperty("@Org.OData.Capabilities.V1.BatchSupport").GetProperty("Supported").GetBoolean().ShouldBeTrue();
        container.GetProperty("Regions").GetProperty("@Org.OData.Capabilities.V1.ExpandRestrictions").GetProperty("MaxLevels").GetInt32().ShouldBe(2);
        container.GetProperty("Plans").GetProperty("@Org.OData.Capabilities.V1.SearchRestrictions").GetProperty("Searchable").GetBoolean().ShouldBeFalse();
        schema.GetProperty("Plan").GetProperty("FundsFen").GetProperty("@Org.OData.Measures.V1.Unit").GetString().ShouldBe("分");
        schema.GetProperty("Region").GetProperty("Name").GetProperty("@Org.OData.Core.V1.Description").GetString().ShouldBe("名称");
    }

    // Reached by the sample's own arithmetic, so that a slip in the table above is not agreed with.
    private static decimal Recounted(string aggregate, decimal expected)
    {
        var values = SampleCounty.Villages.Select(village => 2m * (100 + (village[8] - '0') * 10 + (village[^1] - '0'))).ToList();
        var counted = aggregate.Split(" as ")[0] switch
        {
            "Value with sum" => values.Sum(),
            "Value with average" => Math.Round(values.Average(), 4, MidpointRounding.AwayFromZero),
            "Value with min" => values.Min(),
            "Value with max" => values.Max(),
            _ => values.Count,
        };
        counted.ShouldBe(expected);
        return counted;
    }
}
