using System.Globalization;
using System.Net.Http.Json;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Storage;
using Revitalization.Contracts.Imports;
using Revitalization.Hosting.Json;
using Revitalization.Standalone.Samples;

namespace Revitalization.Bench.Silo;

/// <summary>
/// Jiange's sheets through the import as a county office would send them. The clock runs from the upload's first byte to the
/// last row committed; the limit is a raw bulk insert of what as many commands leave (event, place, command id), a thousand to a commit,
/// measured before and after: the better one counts. Half as large a county goes into another database first, unmeasured: a service runs
/// for weeks, not for its first seconds, and raw has its statements prepared before the clock starts too.
/// </summary>
public sealed class ImportSection : IBenchSection
{
    private const ulong Seed = 20230711;
    private const int RowsMeasuredRaw = 1_000;

    public string Name => "silo: import";

    public int Order => 30;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", () => Task.FromResult<string?>(null), () => RawSqlite.PerSecond(run.NewFolder(), RowsMeasuredRaw, run.Time, RawRows.AsACommandLeaves));
        var raw = await run.NewPostgres();
        await OnDatabase(run, "PostgreSQL", async () => await run.NewPostgres(), () => RawPostgres.PerSecond(raw, RowsMeasuredRaw, run.Time, RawRows.AsACommandLeaves));
    }

    private async Task OnDatabase(BenchRun run, string database, Func<Task<string?>> postgres, Func<double> raw)
    {
        var (villages, households) = run.Scale < 1 ? (20, 10_000) : (136, 96_000);
        await Measure(run, await postgres(), SampleCounties.Jiange(villages, households / 2));
        var before = raw();
        var figures = await Measure(run, await postgres(), SampleCounties.Jiange(villages, households));
        var limit = Math.Max(before, raw());
        foreach (var figure in figures) run.Report(new(Name, database, figure.What, figure.PerSecond, "rows/s", limit, figure.Target));
    }

    private static async Task<List<(string What, double PerSecond, string Target)>> Measure(BenchRun run, string? postgres, SampleCounty county)
    {
        var figures = new List<(string What, double PerSecond, string Target)>();
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        using var http = await silo.SignedIn(throughGateway: false);
        await Import(http, county, ImportKinds.Villages, Sheet(county, ImportKinds.Villages));
        foreach (var kind in (string[])[ImportKinds.Households, ImportKinds.Members])
        {
            var sheet = Sheet(county, kind);
            var (started, processor) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var done = await Import(http, county, kind, sheet);
            var taken = TimeProvider.System.GetElapsedTime(started);
            figures.Add(($"{done.Committed} rows of {kind} committed", done.Committed / taken.TotalSeconds, kind == ImportKinds.Households ? "≥ 25 %" : ""));
            await silo.Projected();
            var shown = TimeProvider.System.GetElapsedTime(started);
            var each = (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / done.Committed;
            figures.Add((string.Create(CultureInfo.InvariantCulture, $"the same until every figure shows them ({each:F0} µs of processor each)"), done.Committed / shown.TotalSeconds, ""));
        }
        return figures;
    }

    private static byte[] Sheet(SampleCounty county, string kind)
    {
        using var sheet = new MemoryStream();
        SampleFiles.Write(sheet, county, Seed, kind, quarters: 1, SampleFiles.FormatOf(county));
        return sheet.ToArray();
    }

    private static async Task<ImportProgress> Import(HttpClient http, SampleCounty county, string kind, byte[] sheet)
    {
        using var body = new ByteArrayContent(sheet);
        body.Headers.ContentType = new("application/octet-stream");
        var address = $"/api/imports/{kind}?region={county.Code}&source={Uri.EscapeDataString(SheetLayouts.OfficialSource)}";
        using var reply = await http.PostAsync(new Uri(address, UriKind.Relative), body);
        var import = await Progress(reply);
        while (!ImportStates.IsFinal(import.State))
        {
            await Task.Delay(50);
            using var look = await http.GetAsync(new Uri($"/api/imports/{import.Id}", UriKind.Relative));
            import = await Progress(look);
        }

        return import.Refused == 0 && import.Committed > 0 ? import : throw new InvalidOperationException($"{import.Refused} rows were refused.");
    }

    private static async Task<ImportProgress> Progress(HttpResponseMessage reply) =>
        (await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ImportProgress>(ServiceJson.Options))!;
}
