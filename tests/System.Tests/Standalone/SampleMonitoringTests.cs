using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Indicators;

namespace Revitalization.SystemTests.Standalone;

/// <summary>The sample's monitoring, led through the product's own addresses on a first start.</summary>
public sealed class SampleMonitoringTests(RunningPlatform running)
{
    /// <summary>As the documents of 巴中 state them: monitored households and people, and of them cleared.</summary>
    public static TheoryData<string, int, int, int, int> Stated => new()
    {
        { "511921119901", 3, 9, 0, 0 },  // 太平场村
        { "511923128901", 4, 13, 1, 4 }, // 梭滩村
        { "511903106901", 2, 8, 0, 0 },  // 海山村
    };

    [Theory]
    [MemberData(nameof(Stated))]
    public async Task A_documented_village_ends_with_its_stated_numbers_in_registry_roll_ups_and_board(
        string village, int households, int people, int cleared, int clearedPeople)
    {
        var platform = await running.Loaded();
        using var county = platform.As(Roles.County);

        var register = (await Monitored(county, village)).ToList();
        (register.Count, register.Sum(found => found.Members)).ShouldBe((households, people));
        (register.Count(found => found.RiskCleared), register.Where(found => found.RiskCleared).Sum(found => found.Members)).ShouldBe((cleared, clearedPeople));

        var figures = Figures(platform, village);
        (figures[IndicatorCodes.MonitoringFiles], figures[IndicatorCodes.MonitoringFilesPeople]).ShouldBe((households, people));
        (figures.GetValueOrDefault(IndicatorCodes.MonitoringCleared), figures.GetValueOrDefault(IndicatorCodes.MonitoringClearedPeople)).ShouldBe((cleared, clearedPeople));
        (figures[IndicatorCodes.HouseholdsMonitored], figures[IndicatorCodes.PeopleMonitored]).ShouldBe((households, people));
        (figures[IndicatorCodes.MonitoringOpen], figures[IndicatorCodes.MonitoringOpenPeople]).ShouldBe((households - cleared, people - clearedPeople));

        var board = (await county.GetFromJsonAsync<MonitoringBoard>($"/api/monitoring/board?region={village}", JsonSerializerOptions.Web))!;
        board.Monitored.ShouldBe(households - cleared);
        board.ByKind.Sum(kind => kind.People).ShouldBe(people - clearedPeople);
    }

    // Whoever opens the product for the first time finds something of everything.
    [Fact]
    public async Task Jiange_shows_every_step_and_every_colour_something_overdue_and_a_second_round()
    {
        var platform = await running.Loaded();
        using var county = platform.As(Roles.County);

        var rows = await Rows(county, "510823");

        rows.Select(row => row.Step).Distinct().ShouldBeSubsetOf(MonitoringTerms.Steps.Keys);
        foreach (var step in MonitoringTerms.Steps.Keys.Where(step => step != "idle")) rows.ShouldContain(row => row.Step == step, step);
        rows.Select(row => row.Severity).Distinct().ShouldBeSubsetOf([0, 1, 2, 3]);
        foreach (var severity in new[] { 1, 2, 3 }) rows.ShouldContain(row => row.Severity == severity);
        rows.ShouldContain(row => row.IsOverdue);
        rows.ShouldContain(row => row.Round == 2);
        rows.ShouldContain(row => row.CadreWanted);
    }

    [Fact]
    public async Task The_release_shows_monitoring_figures_to_anybody()
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        var found = await visitor.GetFromJsonAsync<JsonElement>(
            "/odata/Observations?$filter=RegionCode eq '510823' and Period eq '2023-Q2' and startswith(IndicatorCode,'monitoring.') and Status eq 'published'&$top=100");
        var codes = found.GetProperty("value").EnumerateArray().ToDictionary(row => row.GetProperty("IndicatorCode").GetString()!, row => row.GetProperty("Value").GetDecimal());
        codes[IndicatorCodes.MonitoringChecked].ShouldBe(14);
        codes[IndicatorCodes.MonitoringClueScreening].ShouldBe(7);
        codes[IndicatorCodes.MonitoringClueHouseholds].ShouldBe(7);
    }

    private static async Task<IEnumerable<HouseholdFound>> Monitored(HttpClient county, string village)
    {
        var found = new List<HouseholdFound>();
        foreach (var kind in MonitoringTerms.Kinds.Keys)
        {
            using var answer = await county.PostAsJsonAsync("/api/households/search", new HouseholdSearch(RegionCode: village, Monitored: kind, Limit: 100));
            answer.EnsureSuccessStatusCode();
            found.AddRange((await answer.Content.ReadFromJsonAsync<Page<HouseholdFound>>(JsonSerializerOptions.Web))!.Items);
        }
        return found;
    }

    private static async Task<List<MonitoringRow>> Rows(HttpClient county, string region)
    {
        var rows = new List<MonitoringRow>();
        string? cursor = null;
        do
        {
            var page = (await county.GetFromJsonAsync<Page<MonitoringRow>>($"/api/monitoring/files?region={region}&limit=100&cursor={cursor}", JsonSerializerOptions.Web))!;
            rows.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return rows;
    }

    /// <summary>Stocks at the end of 2023, before disclosure control: the figures of a village are too small to publish.</summary>
    private static Dictionary<string, long> Figures(StandaloneProcess platform, string village)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(platform.DataDirectory, "registry.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT indicator, SUM(delta) FROM rollups WHERE region_code=@village AND period <= '2023-Q4' GROUP BY indicator";
        command.Parameters.AddWithValue("@village", village);
        using var reader = command.ExecuteReader();
        var figures = new Dictionary<string, long>(StringComparer.Ordinal);
        while (reader.Read()) figures[reader.GetString(0)] = reader.GetInt64(1);
        return figures;
    }
}
