using System.Text;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Cube;

/// <summary>What the portal answers, and what it holds against Kestrel's own limit; the rest is reported beside the peers.</summary>
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

        var (tag, size) = await Tag(address, pages[0]);
        await using (var floor = await StaticFloor.Start((int)size))
        {
            byte[][] one = [Queries.Get(floor.Address, "/")];
            var limit = await Asked.PerSecond(floor.Address, one, run.Time);
            Report("the same page again and again (limit: Kestrel with as many bytes from memory)", await Asked.PerSecond(address, [pages[0]], run.Time), "req/s", limit, "≥ 60 %");
            var asked = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(pages[0]).Replace("\r\n\r\n", $"\r\nIf-None-Match: {tag}\r\n\r\n", StringComparison.Ordinal));
            Report("304 (limit: the same)", await Asked.PerSecond(address, [asked], run.Time, 304), "req/s", limit, "≥ 80 %");
        }

        return ours with
        {
            ExportRows = await Export(address, release, "csv", Report),
            JsonRows = await Export(address, release, "json", Report),
        };
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
