using System.Globalization;
using Revitalization.Bench.Harness;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Storage;

/// <summary>Durable appends through the event log beside what the database itself does in group commits.</summary>
public sealed class AppendSection : IBenchSection
{
    public string Name => "event log: append";

    public int Order => 10;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", batch => RawSqlite.PerSecond(run.NewFolder(), batch, run.Time), null);
        var raw = await run.NewPostgres();
        await OnDatabase(run, "PostgreSQL", batch => RawPostgresOn(raw, batch, run.Time), await run.NewPostgres());
    }

    private async Task OnDatabase(BenchRun run, string database, Func<int, double> raw, string? postgres)
    {
        var limits = new Dictionary<int, double>();
        foreach (var batch in (int[])[1, 8, Events.Batch, 1000])
        {
            limits[batch] = raw(batch);
            var what = string.Create(CultureInfo.InvariantCulture, $"raw inserts, {batch} to a commit");
            run.Report(new(Name, database, what, limits[batch], "events/s", null, ""));
        }

        foreach (var clients in (int[])[1, 8, 64])
        {
            await using var storage = await Events.Open(run.NewFolder(), postgres);
            var perSecond = await Appends(storage.Events, clients, run.Time, clients * 1000);
            var what = string.Create(CultureInfo.InvariantCulture, $"commands acknowledged, {clients} writers");
            run.Report(new(Name, database, what, perSecond, "commands/s", limits[clients], clients == 64 ? "≥ 50 %" : ""));
        }
    }

    private static double RawPostgresOn(string address, int batch, TimeSpan time)
    {
        using (var connection = new Npgsql.NpgsqlConnection(address))
        {
            connection.Open();
            using var drop = new Npgsql.NpgsqlCommand("DROP TABLE IF EXISTS raw", connection);
            drop.ExecuteNonQuery();
        }

        return RawPostgres.PerSecond(address, batch, time);
    }

    private static Task<double> Appends(IEventLog log, int clients, TimeSpan time, int firstClient) =>
        Measure.PerSecond(clients, time, async (client, n) =>
        {
            var result = await log.Append(Events.Request(firstClient + client, n));
            if (result.Status != AppendStatus.Appended) throw new InvalidOperationException(result.Status.ToString());
        });
}
