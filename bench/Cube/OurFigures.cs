using System.Text;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Cube;

/// <summary>What the portal answers without having kept it; most is reported beside the peers.</summary>
internal sealed record OurFigures(double Pages, double CountySums, double AllMs, double ExportRows, double JsonRows)
{
    public static async Task<OurFigures> Of(BenchRun run, CubeRelease release, Uri address, string section, string what)
    {
        void Report(string figure, double value, string unit, double? limit, string target) => run.Report(new(section, what, figure, value, unit, limit, target));

        var pages = Queries.Pages(release, address);
        var ours = new OurFigures(
            await Asked.PerSecond(address, pages, run.Time),
            await Asked.PerSecond(address, Queries.CountySums(release, address), run.Time),
            await Asked.Milliseconds(address, Queries.AllSums(address)), 0, 0);
        Report("groupby over all rows, one caller", ours.AllMs, "ms", null, "< 100 ms");

        return ours with
        {
            ExportRows = await Export(address, release, "csv", Report),
            JsonRows = await Export(address, release, "json", Report),
        };
    }

    /// <summary>What was asked before, against Kestrel's own limit.</summary>
    public static async Task Again(BenchRun run, CubeRelease release, Uri address, string section, string what)
    {
        void Report(string figure, double value, double limit, string target) => run.Report(new(section, what, figure, value, "req/s", limit, target));

        var page = Queries.Pages(release, address)[0];
        var (tag, size) = await Tag(address, page);
        await using var floor = await StaticFloor.Start((int)size);
        var limit = await Asked.PerSecond(floor.Address, [Queries.Get(floor.Address, "/")], run.Time);
        Report("a page asked for again (limit: Kestrel with as many bytes from memory)", await Asked.PerSecond(address, [page], run.Time), limit, "≥ 60 %");
        var known = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(page).Replace("\r\n\r\n", $"\r\nIf-None-Match: {tag}\r\n\r\n", StringComparison.Ordinal));
        Report("304 (limit: the same)", await Asked.PerSecond(address, [known], run.Time, 304), limit, "≥ 80 %");
    }

    // With a condition that all rows fulfil: the whole set lies prepared on disk and would only be sent.
    private static async Task<double> Export(Uri address, CubeRelease release, string form, Action<string, double, string, double?, string> report)
    {
        var request = Queries.Get(address, $"/data/Observations.{form}?$filter=RegionLevel eq 'village'");
        await Asked.Download(address, request);
        var (whole, first, grown) = await Asked.Download(address, request);
        report($"export as {form}: first byte", first, "ms", null, "< 50 ms");
        report($"export as {form}: memory the process grew by", grown, "MB", null, "< 200 MB");
        return release.Rows / whole.TotalSeconds;
    }

    private static async Task<(string Tag, long Bytes)> Tag(Uri address, byte[] request)
    {
        using var caller = await LoadClient.To(address);
        var reply = (await caller.Send(request)).Expect(200);
        return (LoadClient.Header(reply.Head, "ETag") ?? throw new InvalidOperationException("The page has no ETag."), reply.Bytes);
    }
}
