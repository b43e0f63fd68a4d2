using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Portal.OData.Http;

namespace Revitalization.SystemTests.Feeds;

/// <summary>Whatever is asked a second time, compressed or not, has the bytes and the headers of the first.</summary>
public sealed class AskedTwiceTests(SamplePortal portal) : IClassFixture<SamplePortal>
{
    private static readonly string[] Addresses =
    [
        "/odata/", "/odata/$metadata", "/odata/$metadata?$format=json", "/odata/Regions", "/odata/Regions?$top=3", "/odata/Regions?$top=3&$format=json", "/odata/Regions('510823')",
        "/odata/Regions('510823')?$expand=Children", "/odata/Regions('510823')/Name", "/odata/Regions('510823')/Name/$value", "/odata/Regions('510823')/Children", "/odata/Regions('510823')/Parent",
        "/odata/Regions/$count", "/odata/Observations", "/odata/Observations?$filter=RegionCode eq '510823' and Value gt 1", "/odata/Observations?$orderby=Value desc&$top=5&$select=Value,Note",
        "/odata/Observations?$apply=groupby((Period,IndicatorCode),aggregate($count as N))", "/odata/Observations?$search=镇", "/odata/Observations?asOf=2022-12-31&$top=7",
        "/odata/AidReports", "/odata/Documents", "/odata/Releases", "/odata/Nothing", "/odata/Regions?$filter=nonsense", "/odata/Regions?$top=-1", "/odata/Regions('nobody')",
        "/data/Regions.csv", "/data/Regions.csv?$top=2", "/data/Observations.jsonl", "/data/Observations.json?$filter=Value gt 3", "/data/Observations.jsonstat.json?$filter=RegionCode eq '510823'",
        "/data/releases/1/manifest.json", "/data/releases/2/rows.jsonl", "/data/catalog.jsonld", "/.well-known/jwks.json", "/feed.atom", "/nothing",
    ];

    [Fact]
    public async Task Every_kind_of_address_answers_again_as_it_did()
    {
        foreach (var address in Addresses)
        {
            byte[]? plain = null;
            foreach (var encoding in (string?[])[null, "gzip", "br", "gzip;q=0.2, br;q=0, identity;q=0.1"])
            {
                var (first, firstBody) = await Ask(address, encoding);
                var (second, secondBody) = await Ask(address, encoding);
                using var _ = first;
                using var __ = second;
                plain ??= firstBody;
                second.StatusCode.ShouldBe(first.StatusCode, address);
                if (first.IsSuccessStatusCode) firstBody.ShouldBe(plain, $"{address} {encoding}");
                if (first.IsSuccessStatusCode) secondBody.ShouldBe(plain, $"{address} {encoding}");
                Headers(second).ShouldBe(Headers(first), $"{address} {encoding}");
                if (first.Headers.ETag is { } tag) await IsKnown(address, encoding, tag.ToString());
            }
        }
    }

    private async Task IsKnown(string address, string? encoding, string tag)
    {
        using var known = await portal.Send(address, headers =>
        {
            headers.TryAddWithoutValidation("If-None-Match", $"\"other\", {tag}");
            if (encoding is not null) headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        });
        ((int)known.StatusCode).ShouldBe(304, address);
        known.Headers.ETag!.ToString().ShouldBe(tag);
        (await known.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        using var changed = await portal.Send(address, headers => headers.TryAddWithoutValidation("If-None-Match", "\"other\""));
        ((int)changed.StatusCode).ShouldBe(200, address);
    }

    private async Task<(HttpResponseMessage Response, byte[] Body)> Ask(string address, string? encoding)
    {
        var response = await portal.Send(address, headers =>
        {
            if (encoding is not null) headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        });
        return (response, SamplePortal.Unpacked(await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentEncoding.FirstOrDefault()));
    }

    // What says when and which request it was, and how the bytes are framed, differs.
    private static string Headers(HttpResponseMessage response) => string.Join('\n', response.Headers.Concat(response.Content.Headers)
        .Where(header => header.Key is not ("Date" or "X-Correlation-Id" or "Content-Length" or "Transfer-Encoding"))
        .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
}

/// <summary>While a release is taken in, readers get the one before or the new one, never something between.</summary>
public sealed class AskedDuringIngestTests
{
    // Chosen while it was held, let go before it was read: its rows are gone, and "none" would be a lie.
    [Theory]
    [InlineData("Regions", "?asOf=2022-12-31")]
    [InlineData("Observations", "?asOf=2022-12-31&$top=3")]
    [InlineData("Observations/$count", "?asOf=2022-12-31")]
    [InlineData("Observations", "?asOf=2022-12-31&$apply=aggregate($count as N)")]
    public async Task A_release_let_go_meanwhile_is_gone_and_not_empty(string path, string query)
    {
        await using var portal = new SamplePortal { ReleasesKept = 2 };
        await portal.InitializeAsync();
        var before = portal.Store.State;
        await portal.PublishAgain();

        var http = new DefaultHttpContext { RequestServices = portal.Services, Request = { Method = "GET", Scheme = "http", Host = new HostString("localhost"), Path = "/odata/" + path, QueryString = new QueryString(query) } };
        await ODataEndpoints.Guarded(http, () => portal.Services.GetRequiredService<ODataService>().Answer(http, path, before));

        http.Response.StatusCode.ShouldBe(410);
    }

    [Fact]
    public async Task One_tag_is_one_content_and_one_answer_is_of_one_release()
    {
        await using var portal = new SamplePortal { PageRows = 500 };
        await portal.InitializeAsync();
        string[] addresses =
        [
            "/odata/Observations?$top=40", "/odata/Observations?$top=40&asOf=2023-09-30", "/odata/Observations", "/odata/Observations?$apply=groupby((Release),aggregate($count as N))",
            "/odata/Regions?$top=20", "/odata/Documents?asOf=2023-09-30", "/odata/Releases", "/data/Observations.jsonl?$top=60", "/data/Regions.csv",
        ];
        using var stop = new CancellationTokenSource();
        var (seen, asked) = (new ConcurrentDictionary<string, string>(StringComparer.Ordinal), 0);
        var readers = Enumerable.Range(0, 3).Select(reader => Task.Run(async () =>
        {
            for (var n = reader; !stop.IsCancellationRequested; n++)
            {
                var address = addresses[n % addresses.Length];
                using var response = await portal.Send(address, headers => headers.TryAddWithoutValidation("Accept-Encoding", n % 2 == 0 ? "br" : "identity"));
                ((int)response.StatusCode).ShouldBe(200, address);
                var body = Convert.ToBase64String(SamplePortal.Unpacked(await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentEncoding.FirstOrDefault()));
                seen.GetOrAdd($"{address} {response.Headers.ETag}", body).ShouldBe(body, address);
                Interlocked.Increment(ref asked);
            }
        })).ToList();
        await Until(() => Volatile.Read(ref asked) > 60);
        await portal.PublishAgain();
        var after = Volatile.Read(ref asked);
        await Until(() => Volatile.Read(ref asked) > after + 60);
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        seen.Keys.Count(key => key.StartsWith("/odata/Observations?$top=40 ", StringComparison.Ordinal)).ShouldBe(2, "both releases were read");
        seen.Keys.Count(key => key.StartsWith("/odata/Documents?asOf", StringComparison.Ordinal)).ShouldBe(2, "an older release answers with other documents than the newest");

        async Task Until(Func<bool> holds)
        {
            while (!holds() && readers.All(reader => !reader.IsFaulted)) await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
