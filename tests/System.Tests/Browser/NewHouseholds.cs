using System.Net.Http.Json;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.SystemTests.Standalone;

namespace Revitalization.SystemTests.Browser;

/// <summary>Households of a test's own, in the village of the sample's village monitor.</summary>
internal static class NewHouseholds
{
    public const string Village = "510823100901";
    private static readonly DateOnly s_registered = new(2023, 1, 10);
    private static int s_people = 400;

    public static async Task<string> NewHousehold(this StandaloneProcess platform, string id, string village = Village, bool resettled = false)
    {
        using var county = platform.As(Roles.County);
        await Put(county, $"/api/households/{id}", new HouseholdBody(village, "lifted", s_registered, "3", Resettled: resettled));
        var nationalId = MadeUp.NationalId(new(1969, 4, 2), Interlocked.Increment(ref s_people));
        await Put(county, $"/api/households/{id}/members/{id}-01", new MemberBody("监测户主", nationalId, "head", s_registered, "able", "none", "primary"));
        return id;
    }

    /// <summary>One that the national system monitors already, and whose cadre is the sample's village monitor.</summary>
    public static async Task<string> NewMonitoredHousehold(this StandaloneProcess platform, string id)
    {
        await platform.NewHousehold(id);
        using var county = platform.As(Roles.County);
        var day = DateOnly.ParseExact(MonitoringActsAtScreen.Ago(40), "yyyy-MM-dd");
        await Put(county, $"/api/households/{id}/takeovers/{id}-taken", new TakeOverBody(day, day.AddDays(-10), "marginal", ["illness"], day.AddDays(100)));
        await Put(county, $"/api/households/{id}/cadres/{id}-cadre", new CadreBody(day, "village", "section-leader"));
        return id;
    }

    public static async Task<MonitoringView> Monitoring(this StandaloneProcess platform, string id)
    {
        using var county = platform.As(Roles.County);
        return (await county.GetFromJsonAsync<MonitoringView>($"/api/households/{id}/monitoring"))!;
    }

    private static async Task Put(HttpClient client, string address, object body)
    {
        using var answer = await client.PutAsJsonAsync(address, body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{address}: {await answer.Content.ReadAsStringAsync()}");
    }
}
