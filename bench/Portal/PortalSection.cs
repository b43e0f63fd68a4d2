using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Bench.Harness;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Ports;
using Revitalization.Portal;
using Revitalization.Portal.Replica;
using Revitalization.SystemTests.Feeds;

namespace Revitalization.Bench.Portal;

/// <summary>The public portal over HTTP: a page of 100 rows, an aggregate of one township, what a caller has already; taking a release in.</summary>
public sealed class PortalSection : IBenchSection
{
    private const int Clients = 16;
    private const int Villages = 400, Quarters = 12, Indicators = 20;
    private const string PageAddress = "/odata/Observations?$top=100&$filter=RegionCode eq '510823100905'";
    private const string ApplyAddress =
        "/odata/Observations?$apply=filter(IndicatorCode eq 'i05' and RegionLevel eq 'village' and Period eq '2022-Q1')/groupby((Region/ParentCode),aggregate(Value with sum as Total))";

    public string Name => "portal: OData";

    public int Order => 50;

    public async Task Run(BenchRun run)
    {
        using var releases = new GeneratedReleases();
        releases.Publish(new DateOnly(2023, 9, 30), Rows());
        await using var app = PortalService.Build(new PortalOptions("http://127.0.0.1:0", run.NewFolder(), null, releases.PinnedKey)
        {
            LogLevel = Microsoft.Extensions.Logging.LogLevel.Error,
        });
        var store = app.Services.GetRequiredService<ReplicaStore>();
        var started = TimeProvider.System.GetTimestamp();
        await store.CatchUp(releases, CancellationToken.None);
        var rate = store.State.Current!.Rows / TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        run.Report(new(Name, "SQLite", "release verified and taken in", rate, "rows/s", null, ""));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = app.PublicAddress() };

        var floor = await PerSecond(run, client, "/data/releases/1/manifest.json");
        var raw = await Measure.PerSecond(Clients, run.Time, (_, _) => Task.FromResult(RawPage(store)));
        run.Report(new(Name, "SQLite", "page of 100 rows (limit: the same rows read raw, in process)", await PerSecond(run, client, PageAddress), "req/s", raw, ""));
        run.Report(new(Name, "SQLite", "$apply: 400 villages by township (limit: a small file over HTTP)", await PerSecond(run, client, ApplyAddress), "req/s", floor, ""));
        run.Report(new(Name, "SQLite", "304 (limit: a small file over HTTP)", await NotModified(run, client), "req/s", floor, ""));
    }

    private static Task<double> PerSecond(BenchRun run, HttpClient client, string address) =>
        Measure.PerSecond(Clients, run.Time, async (_, _) => (await client.GetByteArrayAsync(address)).ShouldHoldSomething());

    private static async Task<double> NotModified(BenchRun run, HttpClient client)
    {
        using var first = await client.GetAsync(PageAddress);
        var tag = first.Headers.ETag!;
        return await Measure.PerSecond(Clients, run.Time, async (_, _) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, PageAddress);
            request.Headers.IfNoneMatch.Add(tag);
            using var answer = await client.SendAsync(request);
            if ((int)answer.StatusCode != 304) throw new InvalidOperationException("It was sent again.");
        });
    }

    private static int RawPage(ReplicaStore store)
    {
        using var lease = store.Database.ReadNow();
        using var command = new SqliteCommand("SELECT * FROM observations WHERE release = 1 AND region_code = '510823100905' LIMIT 100", lease.Connection);
        using var rows = command.ExecuteReader();
        var read = 0;
        for (; rows.Read(); read++) _ = rows.GetString(2);
        return read;
    }

    private static IEnumerable<RowLine> Rows()
    {
        var villages = Enumerable.Range(0, Villages).Select(n => string.Create(CultureInfo.InvariantCulture, $"510823{100 + n / 90}9{n % 90:00}")).ToList();
        var towns = villages.Select(village => village[..9]).Distinct().ToList();
        return
        [
            RowLine.Of(new RegionRow("510823", "剑阁县", "county", "510800")),
            .. towns.Select(town => RowLine.Of(new RegionRow(town, "示例镇", "township", "510823"))),
            .. villages.Select(village => RowLine.Of(new RegionRow(village, "示例村(示例)", "village", village[..9]))),
            .. Enumerable.Range(0, Indicators).Select(n => RowLine.Of(new IndicatorRow($"i{n:00}", "示例", "户", "示例", "示例", "示例", true, true, "stock"))),
            .. villages.SelectMany(village => Enumerable.Range(0, Quarters).SelectMany(quarter => Enumerable.Range(0, Indicators).Select(n => RowLine.Of(
                new ObservationRow(village, $"{2021 + quarter / 4}-Q{1 + quarter % 4}", $"i{n:00}", "village", "Quarter", 100 + n, "published", null, 1))))),
        ];
    }
}

internal static class Answers
{
    public static void ShouldHoldSomething(this byte[] body)
    {
        if (body.Length < 50) throw new InvalidOperationException("The answer is empty.");
    }
}
