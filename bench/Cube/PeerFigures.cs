using System.ComponentModel;
using System.Net.Sockets;
using Revitalization.Bench.Cube.Peers;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Cube;

/// <summary>Asks one peer after another and reports ours beside each. A peer that fails at a question is reported as having failed at it; the run goes on.</summary>
internal sealed class PeerFigures(BenchRun run, CubeRelease release, PostgresRows table, string what)
{
    private const string Postgres = "PostgreSQL";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4); // Of one question, warming up included.

    public async Task Beside(OurFigures ours)
    {
        if (Wanted(Postgres)) await BesidePostgres(ours);
        foreach (var peer in Peer.All(release, table).Where(peer => Wanted(peer.Name))) await Beside(peer, ours);
    }

    private bool Wanted(string name) => run.Beside.Count == 0 || run.Beside.Any(one => name.Contains(one, StringComparison.OrdinalIgnoreCase));

    private async Task BesidePostgres(OurFigures ours)
    {
        Task<double> Pgbench(string script, int clients = Asked.Connections) => table.Pgbench(script, clients, run.Time);

        await Try("pgbench alone", "page of 100 rows", ours.Pages, "req/s", () => Pgbench(Queries.PgbenchPage(release)), "≥ 55 %");
        await Try("pgbench alone", "groupby over one county", ours.CountySums, "req/s", () => Pgbench(Queries.PgbenchSums(release)), "≥ 5000 %");
        await Try("pgbench alone", "groupby over all rows", ours.AllMs, "ms", async () => 1000 / await Pgbench(Queries.PgbenchAll, 1), "");
        await Try(@"\copy", "export as csv", ours.ExportRows, "rows/s", async () => release.Rows / (await table.Copy()).TotalSeconds, "≥ 60 %");
        await Try(@"\copy", "export as json", ours.JsonRows, "rows/s", async () => release.Rows / (await table.Copy()).TotalSeconds, "≥ 60 %");
    }

    private async Task Beside(Peer peer, OurFigures ours)
    {
        if (!await Prepared(peer)) return;
        await Try(peer, "page of 100 rows", ours.Pages, "req/s", at => Asked.PerSecond(at, peer.Pages(at), run.Time), peer.Name == "EF Core" ? "" : "≥ 1000 %");
        await Try(peer, "groupby over one county", ours.CountySums, "req/s", at => Asked.PerSecond(at, peer.CountySums(at), run.Time), "≥ 5000 %");
        await Try(peer, "groupby over all rows", ours.AllMs, "ms", at => Asked.Milliseconds(at, peer.AllSums(at), 3), "");
        if (peer.Export is { } export)
            await Try(peer, "export as json", ours.JsonRows, "rows/s", async at => release.Rows / (await Asked.Download(at, export(at))).Whole.TotalSeconds, "");
    }

    private async Task<bool> Prepared(Peer peer)
    {
        try
        {
            await PeerServer.Run(peer.Prepare[0], [.. peer.Prepare.Skip(1)]);
            return true;
        }
        catch (Exception failed) when (failed is InvalidOperationException or Win32Exception)
        {
            run.Report(new("cube", what, $"{peer.Name} could not be made ready: {Brief(failed)}", 0, "", null, ""));
            return false;
        }
    }

    // Each question has a server of its own: one that fell over the last says nothing about the next.
    private Task Try(Peer peer, string figure, double ours, string unit, Func<Uri, Task<double>> ask, string target) => Try(peer.Name, figure, ours, unit, async () =>
    {
        await using var server = await PeerServer.Start(peer.Start.Program, peer.Start.Script, peer.Arguments);
        return await ask(server.Address).WaitAsync(s_patience);
    }, target);

    private async Task Try(string peer, string figure, double ours, string unit, Func<Task<double>> ask, string target)
    {
        try
        {
            await table.EndOthers(); // What a peer left running would be measured with the next one.
            run.Report(new("cube", what, $"{figure}, beside {peer}", ours, unit, await ask(), target));
        }
        catch (Exception failed) when (failed is IOException or SocketException or InvalidOperationException or InvalidDataException or TimeoutException)
        {
            run.Report(new("cube", what, $"{figure}; {peer} failed: {Brief(failed)}", ours, unit, null, ""));
        }
    }

    private static string Brief(Exception failed) => failed.Message.Split('\r', '\n')[0];
}
