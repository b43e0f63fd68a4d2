using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Replica;

namespace Revitalization.SystemTests.Feeds;

/// <summary>A copy kept by its delta links is the set itself, after every release.</summary>
public sealed class DeltaTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("feeds-delta-").FullName;
    private readonly GeneratedReleases _releases = new();
    private Microsoft.AspNetCore.Builder.WebApplication? _app;
    private HttpClient? _client;

    public async ValueTask InitializeAsync()
    {
        _app = PortalService.Build(new PortalOptions("http://127.0.0.1:0", _folder, ReleaseSource: null, _releases.PinnedKey)
        {
            PageRows = 20, ReleasesKept = 2, LogLevel = Microsoft.Extensions.Logging.LogLevel.Warning,
        });
        await Publish(SampleCounty.Rows(1));
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = _app.PublicAddress() };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _app!.DisposeAsync();
        _releases.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Regions", "Code")]
    [InlineData("Observations", "RegionCode,Period,IndicatorCode")]
    [InlineData("Observations?$filter=Value gt 100 and PeriodKind eq 'Quarter'", "RegionCode,Period,IndicatorCode")]
    [InlineData("Regions?$select=Code,Level", "Code")]
    [InlineData("Releases", "Number")]
    public async Task A_copy_follows_the_set(string address, string key)
    {
        var (copy, link, _) = await Take(address, new Dictionary<string, JsonElement>(StringComparer.Ordinal), key);
        link.ShouldContain("$deltatoken=");
        (await Take(link, copy, key)).Changes.ShouldBe(0, "nothing was released since");

        await Publish(Changed(2));
        (copy, link, _) = await Take(link, copy, key);
        await ShouldBeTheSet(address, copy, key);
        (await Take(link, copy, key)).Changes.ShouldBe(0);
    }

    // A row that stands there unchanged is not sent again, though each release numbers its rows anew.
    [Fact]
    public async Task Only_what_changed_is_sent()
    {
        var (copy, link, _) = await Take("Observations", [], "RegionCode,Period,IndicatorCode");
        await Publish(Changed(2));

        (await Take(link, copy, "RegionCode,Period,IndicatorCode")).Changes.ShouldBe(28 + 28 + 1); // One village gone, one come, one figure revised.
    }

    [Fact]
    public async Task What_is_gone_is_named_with_the_reason_in_the_version_asked_for()
    {
        var link = (await Take("Regions", [], "Code")).Link;
        await Publish(Changed(2));

        (await Text(link)).ShouldContain("""{"@removed":{"reason":"deleted"},"@id":"Regions('510823102904')","Code":"510823102904"}""");
        (await Text(link, ("OData-MaxVersion", "4.0"))).ShouldContain("""/$deletedEntity","id":"Regions('510823102904')","reason":"deleted"}""");
    }

    [Fact]
    public async Task A_release_no_longer_kept_is_said_to_be_gone()
    {
        var link = (await Take("Regions", [], "Code")).Link;
        foreach (var number in (int[])[2, 3]) await Publish(SampleCounty.Rows(number));

        (await Send(link)).Status.ShouldBe(410);
    }

    [Theory]
    [InlineData("Regions?$deltatoken=abc", 400)]
    [InlineData("Regions?$orderby=Code&$deltatoken=abc", 400)]
    [InlineData("Regions?$deltatoken=", 400)]
    public async Task A_token_that_is_none_is_refused(string address, int status) => (await Send(address)).Status.ShouldBe(status);

    [Fact]
    public async Task A_token_belongs_to_its_set_and_filter()
    {
        var link = (await Take("Regions", [], "Code")).Link;
        var token = link[link.IndexOf("$deltatoken", StringComparison.Ordinal)..];

        (await Send("Indicators?" + token)).Status.ShouldBe(400);
        (await Send("Regions?$filter=Code ne 'x'&" + token)).Status.ShouldBe(400);
    }

    // An aggregate has no keys by which a copy could be kept: the wish is passed over, and that is said.
    [Theory]
    [InlineData("Observations?$apply=groupby((RegionLevel))")]
    [InlineData("Regions?$select=Name")]
    [InlineData("Regions?$top=5")]
    public async Task What_cannot_be_followed_is_not_promised(string address)
    {
        var (_, body, applied) = await Send(address, ("Prefer", "odata.track-changes"));

        body.ShouldNotContain("deltaLink");
        applied.ShouldNotContain("track-changes");
    }

    // One village gone, one come, one figure of another revised.
    private static IEnumerable<RowLine> Changed(int release)
    {
        var regions = SampleCounty.Regions().Where(region => region.Code != "510823102904").Append(new("510823102999", "新村(示例)", "village", "510823102"));
        var observations = SampleCounty.Observations(release).Where(row => row.RegionCode != "510823102904")
            .Select(row => row is { RegionCode: "510823", Period: "2023", IndicatorCode: "households" } ? row with { Value = 7, Status = "revised" } : row)
            .Concat(SampleCounty.Observations(release).Where(row => row.RegionCode == "510823102904").Select(row => row with { RegionCode = "510823102999" }));
        return [.. regions.Select(RowLine.Of), .. SampleCounty.Indicators.Select(RowLine.Of), .. observations.Select(RowLine.Of)];
    }

    private async Task Publish(IEnumerable<RowLine> rows)
    {
        _releases.Publish(new DateOnly(2023, 9, 30), rows);
        await _app!.Services.GetRequiredService<ReplicaStore>().CatchUp(_releases, CancellationToken.None);
    }

    private async Task ShouldBeTheSet(string address, Dictionary<string, JsonElement> copy, string key)
    {
        var (now, _, _) = await Take(address, [], key);
        copy.Keys.ShouldBe(now.Keys, ignoreOrder: true);
        foreach (var (one, row) in now) Without(copy[one]).ShouldBe(Without(row));
    }

    // Release is the one column whose change alone is none.
    private static string Without(JsonElement row) =>
        string.Join('|', row.EnumerateObject().Where(member => member.Name != "Release").Select(member => $"{member.Name}={member.Value.GetRawText()}"));

    private async Task<(Dictionary<string, JsonElement> Copy, string Link, int Changes)> Take(string address, Dictionary<string, JsonElement> copy, string key)
    {
        var (rows, changes) = (new Dictionary<string, JsonElement>(copy, StringComparer.Ordinal), 0);
        for (var pages = 0; pages < 200; pages++)
        {
            var page = JsonSerializer.Deserialize<JsonElement>(await Text(address, ("Prefer", "odata.track-changes")));
            foreach (var row in page.GetProperty("value").EnumerateArray())
            {
                var id = string.Join('/', key.Split(',').Select(part => row.GetProperty(part).ToString()));
                if (row.TryGetProperty("@removed", out _)) rows.Remove(id).ShouldBeTrue(id);
                else rows[id] = row;
                changes++;
            }
            if (!page.TryGetProperty("@odata.nextLink", out var next)) return (rows, page.GetProperty("@odata.deltaLink").GetString()!, changes);
            address = next.GetString()!;
        }
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{address} has no end."));
    }

    private async Task<string> Text(string address, params (string Name, string Value)[] headers)
    {
        var (status, body, _) = await Send(address, headers);
        status.ShouldBe(200, $"{address}: {body}");
        return body;
    }

    private async Task<(int Status, string Body, string Applied)> Send(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address.StartsWith("http", StringComparison.Ordinal) ? address : "/odata/" + address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client!.SendAsync(request);
        var applied = response.Headers.TryGetValues("Preference-Applied", out var values) ? string.Join(',', values) : "";
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), applied);
    }
}
