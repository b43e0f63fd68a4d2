using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Revitalization.Contracts.Imports;
using Revitalization.Hosting.Json;
using Revitalization.Standalone.Samples;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Imports;

/// <summary>What one sample county's loading came to.</summary>
internal sealed record SampleLoaded(string County, IReadOnlyList<ImportProgress> Imports);

/// <summary>Sends the sample sheets through the same HTTP imports as real ones, and waits for each.</summary>
/// <param name="signedIn">A client of the platform's address, signed in as a county officer of the six-digit county code.</param>
/// <param name="say">Takes one line of progress.</param>
internal sealed class SampleLoader(Func<string, CancellationToken, Task<HttpClient>> signedIn, Action<string> say)
{
    /// <summary>The seed of the county that everybody's tests and screenshots show.</summary>
    public const ulong Seed = 20230711;

    /// <summary>2022 and 2023, so that a year can be compared with the one before.</summary>
    public const int Quarters = 8;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    public async Task<IReadOnlyList<SampleLoaded>> Load(IReadOnlyList<SampleCounty> counties, CancellationToken cancellation)
    {
        var loaded = new List<SampleLoaded>();
        foreach (var county in counties) loaded.Add(await Load(county, cancellation));
        return loaded;
    }

    private async Task<SampleLoaded> Load(SampleCounty county, CancellationToken cancellation)
    {
        var api = await signedIn(county.Code, cancellation);
        var imports = new List<ImportProgress>();
        foreach (var kind in ImportKinds.Register)
        {
            // Full Jiange has 96,000 households on its ledger: one year of quarters is enough to fill every page.
            var quarters = county.Total.Households > 10_000 ? 4 : Quarters;
            var sent = await Send(api, county, kind, quarters, cancellation);
            imports.Add(await Watch(api, sent, cancellation));
            if (kind == ImportKinds.Villages) await PutLineages(api, county);
        }
        return new(county.Code, imports);
    }

    private static async Task PutLineages(HttpClient api, SampleCounty county)
    {
        foreach (var (address, body) in SampleLineages.Of(county)) await api.Accepted(address, body);
    }

    private static async Task<ImportProgress> Send(HttpClient api, SampleCounty county, string kind, int quarters, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"sample-{county.Code}-{kind}-{Environment.ProcessId}");
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        SampleFiles.Write(file, county, Seed, kind, quarters, SampleFiles.FormatOf(county));
        file.Position = 0;
        using var body = new StreamContent(file);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var address = FormattableString.Invariant($"/api/imports/{kind}?region={county.Code}&source={Uri.EscapeDataString(SheetLayouts.OfficialSource)}");
        using var reply = await api.PostAsync(new Uri(address, UriKind.Relative), body, cancellation);
        if (!reply.IsSuccessStatusCode)
            throw new InvalidOperationException($"The sample sheet {SampleFiles.NameOf(county, kind)} was refused: {await reply.Content.ReadAsStringAsync(cancellation)}");
        return await Progress(reply, cancellation);
    }

    private async Task<ImportProgress> Watch(HttpClient api, ImportProgress import, CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        while (!ImportStates.IsFinal(import.State))
        {
            await Task.Delay(BetweenLooks, cancellation);
            using var reply = await api.GetAsync(new Uri($"/api/imports/{import.Id}", UriKind.Relative), cancellation);
            import = await Progress(reply.EnsureSuccessStatusCode(), cancellation);
        }
        say(string.Create(CultureInfo.InvariantCulture,
            $"示例 {import.Region} {ImportKinds.Title(import.Kind)}：{import.RowsRead} 行，入库 {import.Committed}，退回 {import.Refused}，{since.Elapsed.TotalSeconds:0.0} 秒"));
        return import;
    }

    private static async Task<ImportProgress> Progress(HttpResponseMessage reply, CancellationToken cancellation) =>
        await reply.Content.ReadFromJsonAsync<ImportProgress>(ServiceJson.Options, cancellation)
        ?? throw new InvalidOperationException("The platform answered no progress.");
}
