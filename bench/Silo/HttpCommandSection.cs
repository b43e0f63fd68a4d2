using System.Globalization;
using System.Text.Json;
using Revitalization.Bench.Harness;
using Revitalization.Bench.Storage;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Json;

namespace Revitalization.Bench.Silo;

/// <summary>
/// Single commands with durable acknowledgement over HTTP through the Gateway, beside their limit (<see cref="CommandTurns"/>). Gateway, Silo and
/// callers are one process on the same cores, so the callers' own share is stated; and what a bare server does that answers the same
/// callers a constant.
/// </summary>
public sealed class HttpCommandSection : IBenchSection
{
    private const int Clients = 64;

    private static readonly byte[] s_body = JsonSerializer.SerializeToUtf8Bytes(
        new HouseholdBody(BenchSilo.Village, "lifted", new DateOnly(2023, 1, 10)), ServiceJson.Options);

    public string Name => "silo: commands over HTTP";

    public int Order => 22;

    public async Task Run(BenchRun run)
    {
        await Constant(run);
        await OnDatabase(run, "SQLite", null, (batch, rows) => RawSqlite.PerSecond(run.NewFolder(), batch, run.Time / CommandTurns.Turns, rows));
        var raw = await run.NewPostgres();
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres(), (batch, rows) => RawPostgres.PerSecond(raw, batch, run.Time / CommandTurns.Turns, rows));
    }

    private async Task Constant(BenchRun run)
    {
        await using var server = await ConstantServer.Start();
        using var crowd = new LoadCrowd(server.Address, Clients);
        Func<int, int, byte[]> request = (client, n) => Put(server.Address, "Content-Type: application/json\r\n", client, n);
        await Measure.WarmUp((_, time) => crowd.PerSecond(time, request));
        var processor = Environment.CpuUsage.TotalTime;
        var pace = await crowd.PerSecond(run.Time, request);
        var cost = pace.Cost((Environment.CpuUsage.TotalTime - processor) / (pace.PerSecond * run.Time.TotalSeconds));
        run.Report(new(Name, "", $"the same requests to a bare server that answers a constant, {Clients} clients ({cost})", pace.PerSecond, "requests/s", null, ""));
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres, Func<int, RawRows, double> raw)
    {
        await using var silo = await BenchSilo.Start(run.NewFolder(), postgres);
        var (crowd, address, header) = await silo.Crowd(Clients);
        await new CommandTurns(run, Name, database, silo, raw).Report(("households registered over HTTP", Clients, "≥ 20 %"),
            (first, time) => crowd.PerSecond(time, (client, n) => Put(address, header, first + client, n)));
        crowd.Dispose();
    }

    private static byte[] Put(Uri address, string header, int client, int n) => LoadClient.Request(
        "PUT", string.Create(CultureInfo.InvariantCulture, $"/api/households/w-{client}-{n}"), address, header, s_body);
}
