using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Replica;
using Revitalization.Silo.Releases;
using Revitalization.Storage.Releases;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Feeds;

/// <summary>What two people decide about keys and leaked rows reaches every portal by itself, and survives a kill.</summary>
public sealed class SignedReleaseTests : IDisposable
{
    private const string Row = "Observations/510823/2023-Q3/households";

    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-signed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_key_is_changed_and_a_row_redacted_by_two_people_and_the_portal_follows()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        var (zhang, li) = (await silo.SignedIn("zhang", Roles.County, "510823"), await silo.SignedIn("lihua", Roles.County, "510823"));
        var (system, security) = (await silo.SignedIn("sys", Roles.SystemAdministrator), await silo.SignedIn("sec", Roles.SecurityAdministrator));
        for (var n = 1; n <= 7; n++) await zhang.Accepted($"/api/households/H{n}", Given.Household());
        await silo.Projected();
        await Publish(1, new(2023, 9, 30), zhang, li);
        await using var portal = await Portal(silo);
        using var reader = new HttpClient { BaseAddress = portal.PublicAddress() };
        var store = portal.Services.GetRequiredService<ReplicaStore>();
        await Until(() => store.State.Current?.Number == 1);

        await ChangeKey(silo, system, security);
        await Publish(2, new(2023, 10, 1), zhang, li);
        await Until(() => store.State.Current?.Number == 2);
        var keys = (await reader.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json")).GetProperty("keys");
        keys.GetArrayLength().ShouldBe(2);
        store.State.Known.Select(known => known.Signed.Signature.KeyId).ShouldBe([keys[1].GetProperty("kid").GetString(), keys[0].GetProperty("kid").GetString()]);
        await Proves(reader);

        await Province(silo);
        await Redact(zhang, li);
        await Until(() => store.State.Redactions.Count == 1);
        (await reader.GetAsync($"/data/releases/1/proof/{Row}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetStringAsync("/data/releases/1/rows.jsonl")).Split('\n').Count(line => line.StartsWith("""{"Leaf":""", StringComparison.Ordinal)).ShouldBe(1);
        (await reader.GetAsync($"/data/releases/2/proof/{Row}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var rows = await silo.Get<IReleaseStore>().Open("public", 1, ReleaseFile.Rows);
        using var text = new StreamReader(rows!);
        (await text.ReadToEndAsync()).ShouldNotContain("\"households\",\"Note\":null,\"Period\":\"2023-Q3\",\"PeriodKind\":\"Quarter\",\"RegionCode\":\"510823\"");
    }

    // Seven households of one village are too few to publish, and exactly what the province is to see.
    private async Task Province(RunningSilo silo)
    {
        using var anonymous = new HttpClient { BaseAddress = silo.Address };
        (await anonymous.GetAsync("/releases/head?channel=province")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var portal = PortalService.Build(new PortalOptions("http://127.0.0.1:0", Path.Combine(_folder, "province"), silo.Address, null)
        {
            Channel = ReleaseChannels.Province, PinnedKeyFile = ReleaseSigner.PublicKeyFile(silo.Data, ReleaseChannels.Province),
            FeedKeyFile = FeedKeys.ProvinceKeyFile(silo.Data), PollInterval = TimeSpan.FromMilliseconds(200),
        });
        await portal.StartAsync();
        await Until(() => portal.Services.GetRequiredService<ReplicaStore>().State.Current?.Number == 2);
        using var analyst = await silo.SignedIn("sheng", Roles.ProvinceAnalyst, "51");
        using var elsewhere = await silo.SignedIn("waisheng", Roles.ProvinceAnalyst, "50");
        using var county = await silo.SignedIn("xian", Roles.County, "510823");
        var figure = new Uri(portal.PublicAddress(), $"/odata/province/Observations(RegionCode='{RunningSilo.Village}',Period='2023-Q3',IndicatorCode='households')");

        using var nobody = new HttpClient();
        var challenged = await nobody.GetAsync(figure);
        challenged.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        challenged.Headers.WwwAuthenticate.ToString().ShouldStartWith("Basic");
        (await elsewhere.GetAsync(figure)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await county.GetAsync(figure)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var read = await analyst.GetAsync(figure);
        read.Headers.CacheControl!.Private.ShouldBeTrue();
        read.Headers.GetValues("Disclosure-Notice").ShouldHaveSingleItem().ShouldContain("small cells");
        var row = await read.Content.ReadFromJsonAsync<JsonElement>();
        (row.GetProperty("Value").GetInt32(), row.GetProperty("Status").GetString()).ShouldBe((7, "published"));
        row.GetProperty("@odata.context").GetString()!.ShouldContain("/odata/province/$metadata");
        var counties = (await analyst.GetFromJsonAsync<JsonElement>(new Uri(portal.PublicAddress(), "/province/counties.json"))).GetProperty("counties");
        var fresh = counties.EnumerateArray().Single(one => one.GetProperty("regionCode").GetString() == "510823");
        fresh.GetProperty("villages").GetInt32().ShouldBe(2);
        fresh.GetProperty("lastEventAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch); // When the newest household was written down.
        (await analyst.GetAsync(new Uri(portal.PublicAddress(), "/data/Regions.csv"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await CopyFollows(analyst, new Uri(portal.PublicAddress(), "/odata/province/Observations"));

        // Kept answers are given to nobody else, and what is asked for in a body is written down too.
        (await analyst.GetAsync(figure)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await nobody.GetAsync(figure)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var service = new Uri(portal.PublicAddress(), "/odata/province/");
        using var batch = await analyst.PostAsJsonAsync(new Uri(service, "$batch"), new { requests = new[] { new { id = "1", method = "GET", url = "Regions?$top=3" } } });
        batch.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var query = await analyst.PostAsync(new Uri(service, "Regions/$query"), new StringContent("$top=4&$filter=" + Uri.EscapeDataString(new string(' ', 2000) + "Code ne 'x'"), null, "text/plain"));
        query.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var auditor = await silo.SignedIn("shen", Roles.Auditor, "51");
        var events = await auditor.GetStringAsync("/api/events?after=0&limit=1000");
        events.ShouldContain("audit.province-figures-read");
        events.ShouldContain("$batch Regions?$top=3");
        events.ShouldContain("$query?$top=4");
        events.ShouldContain("sha256:");
    }

    // The province keeps a copy in bulk: all rows, then only what changed, at addresses of its own service.
    private static async Task CopyFollows(HttpClient analyst, Uri address)
    {
        var rows = 0;
        for (var link = address; link is not null;)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { { "Prefer", "odata.track-changes" } } };
            using var response = await analyst.SendAsync(request);
            var page = await response.Content.ReadFromJsonAsync<JsonElement>();
            rows += page.GetProperty("value").GetArrayLength();
            var isLast = page.TryGetProperty("@odata.deltaLink", out var delta);
            link = new Uri((isLast ? delta : page.GetProperty("@odata.nextLink")).GetString()!);
            link.AbsolutePath.ShouldBe("/odata/province/Observations");
            if (!isLast) continue;
            var changes = await analyst.GetFromJsonAsync<JsonElement>(link);
            changes.GetProperty("value").GetArrayLength().ShouldBe(0, "nothing was released since");
            changes.TryGetProperty("@odata.deltaLink", out _).ShouldBeTrue();
            break;
        }
        rows.ShouldBeGreaterThan(0);
    }

    // What a kill in the middle leaves: a key that no statement introduced, and a list that never took its name.
    private static async Task ChangeKey(RunningSilo silo, HttpClient system, HttpClient security)
    {
        const string Address = "/api/release-keys/public/changes/1";
        var orphan = Path.Combine(silo.Data, "secrets", "release-key.orphan.pk8");
        await File.WriteAllBytesAsync(orphan, [1]);
        await File.WriteAllTextAsync(Path.Combine(silo.Data, "releases", "public", ".keys.json.half"), "{");

        await system.Put("/api/release-keys/other/changes/1", new KeyChangeBody("例行更换")).Refused(KeyChangeRefusal.ChannelUnknown);
        await system.Accepted(Address, new KeyChangeBody("例行更换"));
        await system.Put(Address + "/approval", new { }).Refused(KeyChangeRefusal.SamePerson);
        await security.Accepted(Address + "/approval", new { });
        await security.Accepted(Address + "/approval", new { }); // A lost reply is asked for again.

        var done = await system.Read<KeyChangeView>(Address);
        (done.State, done.FromRelease, done.AskedBy, done.ApprovedBy).ShouldBe(("done", 2, "sys", "sec"));
        File.Exists(orphan).ShouldBeFalse();
        using var again = ReleaseSigner.OpenOrCreate(silo.Data, "public", await silo.Get<ReleaseSigners>().Statements("public", default));
        again.Public.Id.ShouldBe(done.KeyId);
    }

    private static async Task Redact(HttpClient zhang, HttpClient li)
    {
        const string Address = "/api/redactions/public/1";
        await zhang.Put("/api/redactions/documents/1", new RedactionBody(1, Row, "误含个人信息")).Refused(RedactionRefusal.ChannelUnknown);
        await zhang.Put(Address, new RedactionBody(1, "Observations/999999/2023-Q3/households", "误含个人信息")).Refused(RedactionRefusal.RowUnknown);
        await zhang.Accepted(Address, new RedactionBody(1, Row, "误含个人信息"));
        var asked = await li.Read<RedactionView>(Address);
        await zhang.Put(Address + "/approval", new RedactionApprovalBody(asked.Leaf)).Refused(RedactionRefusal.SamePerson);
        await li.Accepted(Address + "/approval", new RedactionApprovalBody(asked.Leaf));
        (await li.Read<RedactionView>(Address)).State.ShouldBe("done");
        await zhang.Put("/api/redactions/public/2", new RedactionBody(1, Row, "误含个人信息")).Refused(RedactionRefusal.RowUnknown);
    }

    private static async Task Proves(HttpClient reader)
    {
        var first = ManifestJson.Read(await reader.GetByteArrayAsync("/data/releases/1/manifest.json"));
        LogVerification.Holds(LogProofJson.ReadInclusion(await reader.GetStringAsync("/data/releases/1/inclusion.json")), first.Manifest).ShouldBeTrue();
        LogVerification.Holds(LogProofJson.ReadInclusion(await reader.GetStringAsync("/data/releases/1/inclusion.json?size=1")), first.Manifest).ShouldBeTrue();
        var grown = LogProofJson.ReadConsistency(await reader.GetStringAsync("/data/log/consistency.json?from=1&to=2"));
        LogVerification.Holds(grown).ShouldBeTrue();
        grown.From.ShouldBe(SignedHead.Of(first));
        LogProofJson.ReadHead(await reader.GetStringAsync("/data/log/head.json")).ShouldBe(grown.To);
        (await reader.GetAsync("/data/log/consistency.json?from=2&to=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync("/data/log/consistency.json")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await reader.GetAsync("/data/releases/2/inclusion.json?size=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var proof = await reader.GetFromJsonAsync<JsonElement>($"/data/releases/1/proof/{Row}");
        Convert.ToHexStringLower(Merkle.Leaf(System.Text.Encoding.UTF8.GetBytes(proof.GetProperty("row").GetString()!))).ShouldBe(proof.GetProperty("leafHash").GetString());
    }

    private static async Task Publish(int number, DateOnly asOf, HttpClient proposer, HttpClient approver)
    {
        await proposer.Accepted($"/api/releases/{number}", new ReleaseBody(asOf));
        await approver.Accepted($"/api/releases/{number}/approval", new ApprovalBody());
    }

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> Portal(RunningSilo silo)
    {
        var portal = PortalService.Build(new PortalOptions("http://127.0.0.1:0", _folder, silo.Address, null)
        {
            PinnedKeyFile = ReleaseSigner.PublicKeyFile(silo.Data), PollInterval = TimeSpan.FromMilliseconds(200),
        });
        await portal.StartAsync();
        return portal;
    }

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds()) await Task.Delay(50, patience.Token);
    }
}
