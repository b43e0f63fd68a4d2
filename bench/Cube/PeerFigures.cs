using System.Net.Sockets;
using Revitalization.Bench.Cube.Peers;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Cube;

/// <summary>Asks one peer after another and reports ours beside each.</summary>
internal sealed class PeerFigures(BenchRun run, CubeRelease release, PostgresRows table, string what)
{
    private const int LargestWholeAnswer = 1_200_000; // Rows of an answer that a peer gathers in memory before it sends.

    public async Task Beside(OurFigures ours)
    {
        var page = await table.Pgbench(Queries.PgbenchPage(release), Asked.Connections, run.Time);
        Report("page of 100 rows, beside pgbench alone", ours.Pages, "req/s", page, "≥ 55 %");
        var sums = await table.Pgbench(Queries.PgbenchSums(release), Asked.Connections, run.Time);
        Report("groupby over one county, beside pgbench alone", ours.CountySums, "req/s", sums, "≥ 5000 %");
        var all = 1000 / await table.Pgbench(Queries.PgbenchAll, 1, run.Time);
        Report("groupby over all rows, beside pgbench alone", ours.AllMs, "ms", all, "");
        var copy = release.Rows / (await table.Copy()).TotalSeconds;
        Report(@"export as csv, beside \copy", ours.ExportRows, "rows/s", copy, "≥ 60 %");
        Report(@"export as json, beside \copy", ours.JsonRows, "rows/s", copy, "≥ 60 %");

        await PeerServer.Run("dotnet", "build", "EfCore", "-c", "Release", "-v", "q", "-nologo");
        await Peer("EF Core", "dotnet", "../../artifacts/Local/bin/EfCore/release/Revitalization.EfCore.dll", [table.Connection],
            address => Queries.EfPages(release, address), address => Queries.EfCountySums(release, address), address => Queries.Get(address, "/all"),
            address => Queries.Get(address, "/export"), ours);
        await PeerServer.Run("npm", "ci", "--no-audit", "--no-fund", "--silent");
        await Peer("SAP CAP", "node", "cap/start.js", table.NodeArguments,
            address => Queries.CapPages(release, address), address => Queries.CapCountySums(release, address), Queries.CapAllSums,
            address => Queries.Get(address, $"/odata/Observations?$top={release.Rows}"), ours);
        await Peer("PostGraphile", "node", "postgraphile/server.js", table.NodeArguments,
            address => Queries.GraphPages(release, address), address => Queries.GraphCountySums(release, address), Queries.GraphAllSums, null, ours);
    }

    private async Task Peer(
        string name, string program, string script, IEnumerable<string> arguments, Func<Uri, byte[][]> pages, Func<Uri, byte[][]> sums, Func<Uri, byte[]> all,
        Func<Uri, byte[]>? export, OurFigures ours)
    {
        await using var peer = await PeerServer.Start(program, script, arguments);
        Report($"page of 100 rows, beside {name}", ours.Pages, "req/s", await Asked.PerSecond(peer.Address, pages(peer.Address), run.Time), name == "EF Core" ? "" : "≥ 1000 %");
        if (await CountySums(peer.Address, sums(peer.Address)) is not { } rate)
        {
            Report($"groupby over one county; {name} closed its connections", ours.CountySums, "req/s", 0, "");
            return;
        }
        Report($"groupby over one county, beside {name}", ours.CountySums, "req/s", rate, "≥ 5000 %");
        Report($"groupby over all rows, beside {name}", ours.AllMs, "ms", await Asked.Milliseconds(peer.Address, all(peer.Address), 3), "");
        if (export is null || (name == "SAP CAP" && release.Rows > LargestWholeAnswer)) return;
        var (whole, _, _) = await Asked.Download(peer.Address, export(peer.Address));
        Report($"export as json, beside {name}", ours.JsonRows, "rows/s", release.Rows / whole.TotalSeconds, "");
    }

    // A server that cannot do it at ten million rows lets go of its callers; the others are still to be measured.
    private async Task<double?> CountySums(Uri address, byte[][] requests)
    {
        try
        {
            return await Asked.PerSecond(address, requests, run.Time);
        }
        catch (Exception ended) when (ended is EndOfStreamException or SocketException)
        {
            return null;
        }
    }

    private void Report(string figure, double value, string unit, double limit, string target) => run.Report(new("cube", what, figure, value, unit, limit, target));
}
