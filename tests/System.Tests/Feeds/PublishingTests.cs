using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Replica;
using Revitalization.Silo.Releases;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Feeds;

/// <summary>From the register to the public: proposed by one, approved by another, signed, pulled, and asked for.</summary>
public sealed class PublishingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-publishing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_countys_figures_reach_the_portal_through_two_people_and_nothing_personal_with_them()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var (zhang, li) = (await silo.SignedIn("zhang", Roles.County, "510823"), await silo.SignedIn("lihua", Roles.County, "510823"));
        for (var n = 1; n <= 7; n++)
        {
            await zhang.Accepted($"/api/households/H{n}", Given.Household());
            await zhang.Accepted($"/api/households/H{n}/members/1", Given.Member(n));
            await zhang.Accepted($"/api/households/H{n}/incomes/2023-Q1", Given.Income());
        }
        await zhang.Accepted("/api/households/H8", Given.Household(RunningSilo.OtherVillage));
        await zhang.Accepted("/api/households/H8/members/1", Given.Member(8));
        await silo.Projected();

        await zhang.Accepted("/api/releases/1", new ReleaseBody(new DateOnly(2023, 6, 30)));
        await zhang.Accepted("/api/releases/1", new ReleaseBody(new DateOnly(2023, 9, 30))); // In its place.
        await zhang.Put("/api/releases/1/approval", new ApprovalBody()).Refused(ReleaseRefusal.SamePerson);
        var proposed = await li.Read<ReleaseView>("/api/releases/1");
        proposed.State.ShouldBe("proposed");
        await li.Put("/api/releases/1/approval", new ApprovalBody(new string('0', 64))).Refused(ReleaseRefusal.RowsChanged);
        var receipt = await li.Accepted("/api/releases/1/approval", new ApprovalBody(proposed.RowsRoot));
        (await li.Accepted("/api/releases/1/approval", new ApprovalBody(proposed.RowsRoot))).ShouldBe(receipt);
        await zhang.Put("/api/releases/3", new ReleaseBody()).Refused(ReleaseRefusal.NumberNotNext);
        await zhang.Put("/api/releases/1", new ReleaseBody()).Refused(ReleaseRefusal.AlreadyApproved);

        await using var portal = PortalService.Build(new PortalOptions("http://127.0.0.1:0", _folder, silo.Address, null)
        {
            PinnedKeyFile = ReleaseSigner.PublicKeyFile(silo.Data), PollInterval = TimeSpan.FromMilliseconds(200),
        });
        await portal.StartAsync();
        using var client = new HttpClient { BaseAddress = portal.PublicAddress() };
        await Until(() => portal.Services.GetRequiredService<ReplicaStore>().State.Current is not null);

        (await Value(client, "510823", "2023", "employed")).ShouldBe("8");
        (await Value(client, "510823", "2023-Q1", "income.net-per-head")).ShouldBe("1450");
        // One household in the other village is too few to show, and eight less seven would show it: those two are never both shown.
        (await Value(client, RunningSilo.OtherVillage, "2023-Q3", "households")).ShouldBe("null");
        new[] { await Value(client, "510823", "2023-Q3", "households"), await Value(client, RunningSilo.Village, "2023-Q3", "households") }.ShouldContain("null");
        var rows = await client.GetStringAsync("/data/releases/1/rows.jsonl");
        foreach (var personal in new[] { "示例甲", Given.NationalId(1), "13800001234", "6228480000001234", "\"H1\"" }) rows.ShouldNotContain(personal);
        await Until(() => !Directory.EnumerateFiles(Path.Combine(silo.Data, "proposed-releases")).Any()); // Nor do rows lie about that nobody published.
    }

    // Whoever rebuilds a release from the log must get the bytes that were signed.
    [Fact]
    public async Task The_same_point_of_the_log_gives_the_same_bytes()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var zhang = await silo.SignedIn("zhang", Roles.County, "510823");
        for (var n = 1; n <= 9; n++) await zhang.Accepted($"/api/households/H{n}", Given.Household());
        await silo.Projected();
        await zhang.Accepted("/api/releases/1", new ReleaseBody(new DateOnly(2023, 9, 30)));
        var first = await zhang.Read<ReleaseView>("/api/releases/1");

        await silo.Get<Revitalization.Silo.Projections.ProjectionService>().Rebuild("register", default);
        await zhang.Accepted("/api/releases/1", new ReleaseBody(new DateOnly(2023, 9, 30)));

        (await zhang.Read<ReleaseView>("/api/releases/1")).RowsRoot.ShouldBe(first.RowsRoot);
    }

    [Fact]
    public async Task Only_a_countys_officer_proposes_and_the_feed_holds_only_what_was_approved()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var village = await silo.SignedIn("watcher", Roles.VillageMonitor, "510823100901");
        ((int)(await village.Put("/api/releases/1", new ReleaseBody())).StatusCode).ShouldBe(403);
        using var anonymous = new HttpClient { BaseAddress = silo.Address };
        (await anonymous.GetFromJsonAsync<JsonElement>("/releases/head")).GetProperty("newest").GetInt32().ShouldBe(0);
        ((int)(await anonymous.GetAsync("/releases/1/rows.jsonl")).StatusCode).ShouldBe(404);
        ((int)(await anonymous.GetAsync("/releases/head?channel=province")).StatusCode).ShouldBe(404);
        (await village.GetAsync("/api/releases/1")).IsSuccessStatusCode.ShouldBeFalse();
        var county = await silo.SignedIn("zhang", Roles.County, "510823");
        await county.Put("/api/releases/1", new ReleaseBody(new DateOnly(2999, 1, 1))).Refused(ReleaseRefusal.AsOfInFuture);
        await county.Put("/api/releases/1", new ReleaseBody(Corrects: 1)).Refused(ReleaseRefusal.CorrectsUnknown);
        await county.Put("/api/releases/1", new ReleaseBody(Note: new string('x', 201))).Refused(ReleaseRefusal.NoteMalformed);
        await county.Put("/api/releases/1/approval", new ApprovalBody()).Refused(ReleaseRefusal.ReleaseUnknown);
    }

    private static async Task<string> Value(HttpClient client, string region, string period, string indicator)
    {
        var json = await client.GetFromJsonAsync<JsonElement>($"/odata/Observations(RegionCode='{region}',Period='{period}',IndicatorCode='{indicator}')");
        return json.GetProperty("Value").GetRawText();
    }

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds()) await Task.Delay(50, patience.Token);
    }
}
