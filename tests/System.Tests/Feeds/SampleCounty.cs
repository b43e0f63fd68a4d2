using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Feeds;

/// <summary>
/// Rows of a small made-up county: one province, city and county, three townships, twelve villages, four indicators (a stock, a
/// flow of money, a ratio, a stock with suppressed cells), quarters and years. Numbers follow from their place, so a test can recount them.
/// </summary>
internal static class SampleCounty
{
    public static readonly string[] Townships = ["510823100", "510823101", "510823102"];
    public static readonly string[] Villages = [.. Townships.SelectMany(town => Enumerable.Range(901, 4).Select(n => $"{town}{n}"))];
    public static readonly string[] Quarters = ["2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3"];
    public static readonly string[] Years = ["2022", "2023"];

    public static readonly IndicatorRow[] Indicators =
    [
        new("households", "总户数", "户", "登记在册的农户。", "时点数。", "示例", true, true, "stock"),
        new("income.net", "纯收入", "元", "四项收入减支出。", "期间数。", "示例", true, true, "flow"),
        new("income.net-per-head", "人均纯收入", "元/人", "纯收入除以人口。", "发布时相除。", "示例", false, true, "ratio"),
        new("people.monitored", "监测对象人数", "人", "纳入监测的人。", "时点数。", "示例", true, true, "stock"),
    ];

    public static IEnumerable<RegionRow> Regions()
    {
        yield return new("510000", "四川省", "province", null);
        yield return new("510800", "广元市", "city", "510000");
        yield return new("510823", "剑阁县", "county", "510800");
        foreach (var (town, at) in Townships.Select((town, at) => (town, at))) yield return new(town, $"{"甲乙丙"[at]}镇", "township", "510823");
        foreach (var village in Villages) yield return new(village, $"第{village[^1]}村(示例)", "village", village[..9]);
    }

    public static IEnumerable<ObservationRow> Observations(int release, int scale = 1)
    {
        foreach (var region in Regions())
        {
            foreach (var period in Quarters.Concat(Years))
            {
                foreach (var indicator in Indicators) yield return Observation(region, period, indicator.Code, release, scale);
            }
        }
    }

    public static IEnumerable<RowLine> Rows(int release, int scale = 1) =>
    [
        .. Regions().OrderBy(region => region.Code, StringComparer.Ordinal).Select(RowLine.Of),
        .. Indicators.Select(RowLine.Of),
        .. Observations(release, scale).OrderBy(row => row.RegionCode, StringComparer.Ordinal).ThenBy(row => row.Period, StringComparer.Ordinal)
            .ThenBy(row => row.IndicatorCode, StringComparer.Ordinal).Select(RowLine.Of),
    ];

    private static ObservationRow Observation(RegionRow region, string period, string indicator, int release, int scale)
    {
        var kind = period.Contains('Q', StringComparison.Ordinal) ? "Quarter" : "Year";
        var villages = Villages.Where(village => village.StartsWith(Prefix(region), StringComparison.Ordinal)).ToList();
        // One village's monitored people are suppressed, with its neighbour's, so that their township does not give it away.
        var hidden = indicator == "people.monitored" && region.Code is "510823100901" or "510823100902" && indicator == "people.monitored";
        var value = hidden ? (decimal?)null : Value(villages, period, indicator) * scale;
        var note = region.Level == "village" && region.Code[^1] == '3' ? $"注{region.Code[8]}" : null;
        return new(region.Code, period, indicator, region.Level, kind, value, hidden ? "suppressed" : period == "2023" ? "provisional" : "published", note, release);
    }

    private static string Prefix(RegionRow region) => region.Level switch
    {
        "province" => region.Code[..2],
        "city" => region.Code[..4],
        _ => region.Code,
    };

    private static decimal Value(List<string> villages, string period, string indicator)
    {
        var households = villages.Sum(village => 100 + (village[8] - '0') * 10 + (village[^1] - '0'));
        return indicator switch
        {
            "households" => households,
            "income.net" => households * 1234.56m + (period[^1] - '0'),
            "income.net-per-head" => Math.Round(1234.56m / 3 + (period[^1] - '0') / 7m, 2),
            _ => households / 20,
        };
    }
}
