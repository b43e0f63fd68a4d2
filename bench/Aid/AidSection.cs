using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Runtime;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Silo;
using Revitalization.Bench.Storage;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Aid;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Bench.Aid;

/// <summary>
/// Ten thousand reports of support with the county's decisions, from 64 clients over HTTP: each is a report, its paper counted, a confirmation with
/// a signed receipt, and a fund's promise, all on disk. Then a hundred thousand flows added up to every level; the limit is the database's own sum.
/// </summary>
public sealed class AidSection : IBenchSection
{
    private const int Clients = 64, Reports = 10_000, Flows = 100_000, CommandsPerReport = 2;

    private static readonly DateOnly s_today = TimeProvider.System.ChinaToday();
    private static readonly Sender s_province = new("province", Roles.County, [Scope.Region("51")], "");

    public string Name => "aid";

    public int Order => 65;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null, RawSqlite.PerSecond(run.NewFolder(), Clients, run.Time / 2));
        var raw = RawPostgres.PerSecond(await run.NewPostgres(), Clients, run.Time / 2);
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres(), raw);
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres, double limit)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        var codes = await Agree(silo);
        await Decide(run, silo, database, codes[0], limit);
        await new AidFlows(silo, codes).Fill((int)(Flows * run.Scale));
        if (postgres is not null) await Analyze(silo);
        await AddUp(run, silo, database);
    }

    /// <summary>Forty counties of one province, each helped from another.</summary>
    private static async Task<List<AgreedPair>> Agree(BenchSilo silo)
    {
        var counties = RegionBook.Shipped.Children("510000").SelectMany(city => RegionBook.Shipped.Children(city.Code)).Take(40).Select(county => county.Code).ToList();
        var pairs = new List<AgreedPair>();
        foreach (var county in counties)
        {
            var code = $"hangzhou-{county}";
            BenchSilo.Accepted(await silo.Get<PartnershipDesk>().PutAgreement(code, new("east-west", "330109", county, 2021, null, "协议"), s_province));
            pairs.Add(new(code, county));
        }
        return pairs;
    }

    private async Task Decide(BenchRun run, BenchSilo silo, string database, AgreedPair pair, double limit)
    {
        using var partner = await silo.SignedIn("partner", Roles.PartnerCity, [Scope.Partnership(pair.Code)]);
        using var county = await silo.SignedIn("county", Roles.County, [Scope.Region(pair.County)]);
        await WarmUp(n => ReportAndConfirm(partner, county, pair, n));
        await Settled(silo);
        var processor = Environment.CpuUsage.TotalTime;
        var (count, next) = ((int)(Reports * run.Scale), -1);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var n && n < count) await ReportAndConfirm(partner, county, pair, n);
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var each = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / (CommandsPerReport * count);
        await Settled(silo);
        var shown = Stopwatch.GetElapsedTime(started).TotalSeconds;
        run.Report(new(
            Name, database, string.Create(CultureInfo.InvariantCulture, $"{count:N0} reports with decisions, {Clients} clients ({seconds:F1} s; in funds and lists after {shown:F1} s; {each:F0} µs of processor each)"),
            CommandsPerReport * count / seconds, "commands/s", limit, "≥ 10 %"));
    }

    /// <summary>Until reactors have carried every confirmation to its fund, and lists show it.</summary>
    private static async Task Settled(BenchSilo silo)
    {
        var head = await silo.Get<IEventLog>().Head();
        if (!await silo.Get<ReactorService>().WaitFor(head, TimeSpan.FromMinutes(10), default)) throw new TimeoutException("The reactors do not come on.");
        await silo.Projected();
    }

    /// <summary>Until the compiler has little left to do: a service runs for weeks, not for its first seconds.</summary>
    private static async Task WarmUp(Func<int, Task> one)
    {
        for (var (turn, compiled) = (0, 0L); turn < 20 && JitInfo.GetCompiledMethodCount() - compiled >= 20; turn++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            var first = Reports + turn * 10 * Clients;
            await BenchSilo.InParallel(10 * Clients, n => one(first + n));
        }
    }

    private static async Task ReportAndConfirm(HttpClient partner, HttpClient county, AgreedPair pair, int n)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"/api/partnerships/{pair.Code}/reports/{n:00000000}-0000-4000-8000-000000000000");
        await Put(partner, address, AidFlows.Support(pair.County, n) with { Form = "money", AmountFen = 1_000_00 + n });
        await Put(county, address + "/decision", new AnswerBody(s_today, "confirm"));
    }

    private static async Task Put<TBody>(HttpClient client, string address, TBody body)
    {
        using var reply = await client.PutAsync(new Uri(address, UriKind.Relative), JsonContent.Create(body, options: ServiceJson.Options));
        if (!reply.IsSuccessStatusCode) throw new InvalidOperationException(await reply.Content.ReadAsStringAsync());
    }

    private async Task AddUp(BenchRun run, BenchSilo silo, string database)
    {
        using var analyst = await silo.SignedIn("analyst", Roles.ProvinceAnalyst, [Scope.Region("51")]);
        var raw = await Latency.Of(1, run.Time / 2, (_, _) => Sum(silo));
        var flows = await Count(silo);
        foreach (var level in AidTerms.Levels.Keys)
        {
            var taken = await Latency.Of(1, run.Time / 2, async (_, _) =>
            {
                using var reply = await analyst.GetAsync(new Uri($"/api/aid/totals?level={level}", UriKind.Relative));
                reply.EnsureSuccessStatusCode();
                await reply.Content.LoadIntoBufferAsync();
            });
            run.Report(new(Name, database, string.Create(CultureInfo.InvariantCulture, $"{flows:N0} flows added up by {level}: p50 (p95 {taken.P95Ms:F1} ms)"), taken.P50Ms, "ms", raw.P50Ms, "≤ 50 %"));
        }
    }

    /// <summary>The least that any answer must read: one sum a partnership and field.</summary>
    private static async Task Sum(BenchSilo silo)
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT partnership, field, COUNT(*), SUM(reported_fen), SUM(confirmed_fen), SUM(allocated_fen), SUM(paid_fen) FROM aid_reports GROUP BY partnership, field";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { }
    }

    private static async Task<long> Count(BenchSilo silo)
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenReader();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM aid_reports";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>What autovacuum does within a minute of such a load.</summary>
    private static async Task Analyze(BenchSilo silo)
    {
        await using var connection = await silo.Get<IRegistryDatabase>().OpenWriter();
        await connection.Execute(null, "ANALYZE", default);
    }
}

internal sealed record AgreedPair(string Code, string County);
