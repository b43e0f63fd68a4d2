using System.Security.Cryptography;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Storage;

/// <summary>Keys for an import's persons: a thousand new ones in a call.</summary>
public sealed class KeyringSection : IBenchSection
{
    private const int Bulk = 1_000;

    public string Name => "keyring";

    public int Order => 12;

    public async Task Run(BenchRun run)
    {
        await OnDatabase(run, "SQLite", null);
        await OnDatabase(run, "PostgreSQL", await run.NewPostgres());
    }

    private async Task OnDatabase(BenchRun run, string database, string? postgres)
    {
        await using var storage = await Events.Open(run.NewFolder(), postgres);
        var made = Bulk * await Measure.PerSecond(1, run.Time, async (_, n) => await storage.Keyring.GetOrCreate(Indexes(n)));
        run.Report(new(Name, database, "keys created durably, 1,000 in a call", made, "keys/s", null, ""));
        var single = await Measure.PerSecond(64, run.Time, async (client, n) => await storage.Keyring.GetOrCreate(Index(1 + client, n)));
        run.Report(new(Name, database, "keys created durably, 64 callers", single, "keys/s", null, ""));
    }

    private static List<ReadOnlyMemory<byte>> Indexes(int page) =>
        Enumerable.Range(page * Bulk, Bulk).Select(n => Index(0, n)).ToList();

    private static ReadOnlyMemory<byte> Index(int client, int n) =>
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{client}/{n}"));
}
