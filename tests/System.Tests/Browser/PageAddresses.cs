using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>Fills the pages' addresses with what the running sample holds.</summary>
internal static class PageAddresses
{
    private static readonly ConditionalWeakTable<StandaloneProcess, Lazy<Task<string>>> s_monitored = [];

    /// <summary>One household for all tests that only look.</summary>
    public static Task<string> MonitoredHousehold(this StandaloneProcess platform) =>
        s_monitored.GetValue(platform, one => new(() => one.NewMonitoredHousehold("E2E-LOOK-1"))).Value;

    public static async Task<string> Fill(this StandaloneProcess platform, string address) => address
        .Replace("{request}", address.Contains("{request}", StringComparison.Ordinal) ? await platform.SomeRequest() : "", StringComparison.Ordinal)
        .Replace("{report}", address.Contains("{report}", StringComparison.Ordinal) ? await platform.SomeReport() : "", StringComparison.Ordinal)
        .Replace("{monitored}", address.Contains("{monitored}", StringComparison.Ordinal) ? await platform.MonitoredHousehold() : "", StringComparison.Ordinal)
        .Replace("{household}", address.Contains("{household}", StringComparison.Ordinal) ? await platform.SomeHousehold() : "", StringComparison.Ordinal)
        .Replace("{period}", address.Contains("{period}", StringComparison.Ordinal) ? await platform.LatestQuarter() : "", StringComparison.Ordinal);

    public static async Task<string> SomeHousehold(this StandaloneProcess platform)
    {
        using var county = platform.As(Roles.County);
        using var answer = await county.PostAsJsonAsync("/api/households/search", new HouseholdSearch(Limit: 1));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Page<HouseholdFound>>())!.Items[0].Id;
    }

    /// <summary>Put again it is the same one.</summary>
    public static async Task<string> SomeRequest(this StandaloneProcess platform)
    {
        const string id = "E2E-REQUEST";
        using var county = platform.As(Roles.County);
        var body = new DisclosureRequestBody("510823", "person", "申示例", "示例路1号", "post", new(2023, 3, 6), "示例资金的使用情况。");
        (await county.PutAsJsonAsync($"/api/disclosure-requests/{id}", body)).EnsureSuccessStatusCode();
        var answer = new RequestAnswerBody(new(2023, 3, 20), "partly", "条例第十五条", "部分公开如下。");
        (await county.PutAsJsonAsync($"/api/disclosure-requests/{id}/answer", answer)).EnsureSuccessStatusCode();
        return id;
    }

    public static async Task<string> SomeReport(this StandaloneProcess platform)
    {
        using var county = platform.As(Roles.County);
        return (await county.GetFromJsonAsync<Page<AidReportRow>>("/api/aid/reports?partnership=xiaoshan-wangcang&year=2022&limit=1"))!.Items[0].Id;
    }

    public static async Task<string> LatestQuarter(this StandaloneProcess platform)
    {
        using var visitor = platform.Visitor();
        var newest = await visitor.GetFromJsonAsync<ObservationPage>(
            "/odata/Observations?$filter=RegionCode eq '510823' and PeriodKind eq 'Quarter' and IndicatorCode eq 'households'&$orderby=Period desc&$top=1");
        return newest!.Value[0].Period;
    }

    internal sealed record ObservationPage(IReadOnlyList<Observation> Value);

    internal sealed record Observation(string RegionCode, string Period, string IndicatorCode, decimal? Value, string Status);
}
