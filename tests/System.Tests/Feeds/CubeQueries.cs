using System.Globalization;
using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Releases and queries drawn from a seed, to ask two executors the same.</summary>
internal sealed class CubeQueries(Random random)
{
    private static readonly string[] Periods = ["2021", "2021-Q4", "2022", "2022-01", "2022-Q1", "2022-Q2", "2023-09"];
    private static readonly string[] Indicators = ["households", "income.net", "people.monitored", "ratio"];
    private static readonly string[] Statuses = ["published", "provisional", "revised"];
    private static readonly string[] Regions = ["510000", "510800", "510823", "510823100", "510823100901", "510823100902", "510823101", "510823101901", "510823102", "99", ""];
    private static readonly string[] Columns = ["RegionCode", "Period", "IndicatorCode", "RegionLevel", "PeriodKind", "Status", "Note", "Value", "Release"];
    private static readonly string[] Keys = ["RegionCode", "RegionLevel", "Region/ParentCode", "Region/Name", "Period", "PeriodKind", "IndicatorCode", "Indicator/Additive", "Indicator/Unit", "Status"];

    /// <summary>Every region has figures of its own choice, some none; notes, suppressed cells, all statuses, an indicator that the set lacks.</summary>
    public IEnumerable<RowLine> Rows(int release)
    {
        var regions = SampleCounty.Regions().Where(region => region.Level != "city").OrderBy(region => region.Code, StringComparer.Ordinal).ToList();
        foreach (var region in regions) yield return RowLine.Of(region);
        foreach (var indicator in SampleCounty.Indicators) yield return RowLine.Of(indicator);
        foreach (var region in regions.Where(_ => random.Next(8) > 0).OrderBy(_ => random.Next()))
        {
            var chance = random.Next(2) == 0 ? 100 : random.Next(10, 100);
            foreach (var period in Periods)
            {
                foreach (var indicator in Indicators)
                {
                    if (random.Next(100) < chance) yield return RowLine.Of(Row(region, period, indicator, release));
                }
            }
        }
    }

    public string Address() => random.Next(10) switch
    {
        < 5 => "Observations?" + Join(Part("$filter", Condition(0), 80), Part("$orderby", Order(), 20), Paging(), Part("$select", Columns[random.Next(Columns.Length)], 20)),
        5 => "Observations/$count?" + Join(Part("$filter", Condition(0), 90)),
        _ => "Observations?" + Join("$apply=" + Apply(), Paging(), Part("$orderby", random.Next(2) == 0 ? "N desc" : "N", 30)),
    };

    private ObservationRow Row(RegionRow region, string period, string indicator, int release)
    {
        var hidden = random.Next(6) == 0;
        var kind = period.Contains('Q', StringComparison.Ordinal) ? "Quarter" : period.Length == 4 ? "Year" : "Month";
        decimal? value = hidden ? null : random.Next(-50, 400) / (decimal)(random.Next(3) == 0 ? 8 : 1);
        var note = random.Next(5) == 0 ? new[] { "注", "\"引号\"", "a<b>\\", "😀" }[random.Next(4)] : null;
        return new(region.Code, period, indicator, region.Level, kind, value, hidden ? "suppressed" : Statuses[random.Next(3)], note, release);
    }

    private string Apply()
    {
        var filter = random.Next(3) > 0 ? $"filter({Condition(0)})/" : "";
        var keys = string.Join(',', Keys.OrderBy(_ => random.Next()).Take(random.Next(1, 4)));
        var aggregates = string.Join(',', new[] { "Value with min as Least", "Value with max as Most", "Value with sum as Total", "Value with average as Mean" }
            .OrderBy(_ => random.Next()).Take(random.Next(0, 3)).Append("$count as N"));
        var groups = random.Next(6) == 0 ? $"aggregate({aggregates})" : $"groupby(({keys}),aggregate({aggregates}))";
        return random.Next(10) switch
        {
            8 => $"filter(IndicatorCode eq 'households' and RegionLevel eq 'village' and Period eq '2022-Q1')/groupby((RegionCode),aggregate(Value with sum as N))/{Best()}",
            9 => $"filter(IndicatorCode eq '{One(Indicators)}')/groupby((RegionCode,Period),aggregate(Value with max as M,$count as N))/groupby((RegionCode),{One(["topcount(2,M)", "bottomcount(1,M)", "toppercent(60,N)", "topsum(3,N)"])})",
            0 => $"{filter}concat({groups},aggregate($count as N))",
            1 => $"{filter}{groups}/topcount({random.Next(1, 5)},N)",
            2 => $"{filter}{groups}/filter(N gt {random.Next(1, 8)})",
            3 => $"filter(IndicatorCode eq 'income.net' and RegionLevel eq 'village' and PeriodKind eq 'Quarter')/{groups}",
            _ => filter + groups,
        };
    }

    private string Best() => random.Next(2) == 0
        ? $"{One(["topsum", "bottomsum"])}({Number(1, 600)}{One(["", ".125"])},N)"
        : $"{One(["toppercent", "bottompercent"])}({Number(1, 100)},N)";

    private string Condition(int depth) => random.Next(depth > 2 ? 14 : 18) switch
    {
        0 => $"RegionCode {Compare()} '{One(Regions)}'",
        1 => $"startswith(RegionCode,'{One(Regions)}')",
        2 => $"RegionCode in ('{One(Regions)}','{One(Regions)}')",
        3 => $"Period {Compare()} '{One(Periods)}'",
        4 => $"IndicatorCode {Compare()} '{One(Indicators)}'",
        5 => $"RegionLevel {Compare()} '{One(["village", "township", "county", "x"])}'",
        6 => $"PeriodKind eq '{One(["Year", "Quarter", "Month"])}'",
        7 => $"Value {Compare()} {random.Next(-60, 300)}{(random.Next(3) == 0 ? ".125" : "")}",
        8 => $"Value {One(["eq", "ne"])} null",
        9 => $"Status {Compare()} '{One(Statuses)}'",
        10 => $"Note {One(["eq", "ne"])} {One(["null", "'注'", "'😀'"])}",
        11 => $"{One(["contains", "endswith", "startswith"])}({One(["Note", "Region/Name", "Indicator/Name", "RegionCode", "Period"])},'{One(["注", "1", "村(示例)", "", "收入"])}')",
        12 => $"Region/ParentCode {Compare()} '{One(Regions)}'",
        13 => One(["Indicator/Additive", "Indicator/Protected eq true", "Region/Parent/Name eq '甲镇'", "Release eq 1", "Release gt 1", "Value add 1 gt 5"]),
        14 => $"not ({Condition(depth + 1)})",
        15 => $"({Condition(depth + 1)} or {Condition(depth + 1)})",
        _ => $"({Condition(depth + 1)} and {Condition(depth + 1)})",
    };

    private string Order() => One(["RegionCode", "RegionCode,Period", "RegionCode,Period,IndicatorCode", "Value desc", "RegionCode desc", "Period,Value"]);

    private string Paging() => Join(
        Part("$top", Number(1, 60), 60), Part("$skip", Number(0, 80), 30), Part("$count", "true", 30));

    private string Number(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);

    private string Compare() => One(["eq", "ne", "lt", "le", "gt", "ge"]);

    private string One(string[] of) => of[random.Next(of.Length)];

    private string Part(string name, string value, int percent) => random.Next(100) < percent ? $"{name}={value}" : "";

    private static string Join(params string[] parts) => string.Join('&', parts.Where(part => part.Length > 0));
}
