using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Revitalization.Contracts.Identity;

namespace Revitalization.SystemTests.Standalone;

public sealed class FirstStartTests(RunningPlatform running)
{
    [Fact]
    public async Task A_first_start_says_its_address_engine_and_sign_ins()
    {
        var platform = await running.Loaded();
        platform.Output.ShouldContain("engine: ");
        platform.Output.ShouldContain("ready: http://127.0.0.1:");
        foreach (var role in Roles.All) platform.Output.ShouldContain($"  {role} · ");
    }

    [Fact]
    public async Task There_is_one_sign_in_for_each_role_and_only_the_platform_may_read_them()
    {
        var platform = await running.Loaded();
        platform.SignIns().Select(entry => entry.Role).Distinct().Order().ShouldBe(Roles.All.Order());
        platform.SignIns().Select(entry => entry.Password).Distinct().Count().ShouldBe(platform.SignIns().Count);
        File.GetUnixFileMode(Path.Combine(platform.DataDirectory, "sign-ins.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Every_sign_in_lets_in_by_password_and_by_key()
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        foreach (var entry in platform.SignIns())
        {
            foreach (var request in new[] { new SessionRequest(entry.Account, entry.Password), new SessionRequest(ApiKey: entry.ApiKey) })
            {
                var answer = await visitor.PostAsJsonAsync("/api/sessions", request, JsonSerializerOptions.Web);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, entry.Role);
                (await answer.Content.ReadFromJsonAsync<SessionReply>())!.Role.ShouldBe(entry.Role);
            }
        }
    }

    // 太平场村 and 海山村 were merged in 2021 and 2020: comparing years across that needs to know of what.
    [Fact]
    public async Task The_merged_sample_villages_know_what_they_were_made_of()
    {
        var platform = await running.Loaded();
        using var county = platform.Visitor();
        county.DefaultRequestHeaders.Add("X-Api-Key", platform.SignIns().First(entry => entry.Account == "county").ApiKey);
        foreach (var village in new[] { "511921119901", "511903106901" })
        {
            var view = await county.GetFromJsonAsync<JsonElement>($"/api/villages/{village}");
            var predecessors = view.GetProperty("predecessors").EnumerateArray().Select(code => code.GetString()!).ToList();
            predecessors.Count.ShouldBe(3);
            var old = await county.GetFromJsonAsync<JsonElement>($"/api/villages/{predecessors[0]}");
            old.GetProperty("successors")[0].GetString().ShouldBe(village);
        }
    }

    // What a reader of the portal sees is a release that two people made; nothing else gets there.
    [Fact]
    public async Task The_sample_is_published_by_two_people_and_read_by_anybody()
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        (await visitor.GetAsync("/data/releases/1/manifest.json")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var rows = await visitor.GetFromJsonAsync<JsonElement>("/odata/Observations?$top=5");
        rows.GetProperty("value").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Pages_and_interfaces_answer_at_the_one_address()
    {
        var platform = await running.Loaded();
        using var visitor = platform.Visitor();
        // A probe asks until it is told: projections of what other tests write may be behind for a moment.
        for (var attempt = 0; attempt < 600 && (await visitor.GetAsync("/health/ready")).StatusCode == HttpStatusCode.ServiceUnavailable; attempt++) await Task.Delay(100);
        foreach (var path in new[] { "/", "/odata/", "/odata/$metadata", "/health/live", "/health/ready", "/workbench/sign-in" })
            (await visitor.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        (await visitor.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
