using System.Security.Cryptography;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage.Harness;

/// <summary>One county's private database to try things on: opened, opened again, opened twice.</summary>
public sealed class StorageLab : IAsyncDisposable
{
    private static readonly byte[] MasterKey = SHA256.HashData("the conformance suite's master key"u8);
    private readonly List<IStorage> _open = [];

    private StorageLab(string folder, string? postgres)
    {
        (Folder, Postgres) = (folder, postgres);
        Directory.CreateDirectory(folder);
    }

    public string Folder { get; }

    public string? Postgres { get; }

    /// <summary>How the writer process names this database.</summary>
    public string[] Arguments => Postgres is null ? ["sqlite", Folder] : ["postgres", Folder, Postgres];

    public static StorageLab Sqlite() => new(NewFolder(), null);

    public static async Task<StorageLab> OnPostgres(PostgresServer server) => new(NewFolder(), await server.CreateDatabase());

    public Task<IStorage> Open() => Open(StorageSeam.None);

    /// <param name="settings">Further words of PostgreSQL's connection string.</param>
    internal async Task<IStorage> Open(StorageSeam seam, string settings = "")
    {
        var options = new StorageOptions(Folder, Postgres is null ? null : $"{Postgres};{settings}", MasterKey);
        var storage = await StorageFactory.Open(options, TimeProvider.System, seam, default);
        _open.Add(storage);
        return storage;
    }

    /// <summary>Closes everything opened so far and opens it again.</summary>
    public async Task<IStorage> Reopen()
    {
        await Close();
        return await Open();
    }

    public async Task Close()
    {
        foreach (var storage in _open) await storage.DisposeAsync();
        _open.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Directory.Delete(Folder, recursive: true);
    }

    private static string NewFolder() =>
        Path.Combine(Path.GetTempPath(), "storage-lab-" + RandomNumberGenerator.GetHexString(12, lowercase: true));
}

/// <summary>Commands as a village sends them, with only what a test names.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Morning = new(2023, 9, 1, 8, 30, 0, TimeSpan.FromHours(8));

    public static AppendRequest Command(string stream, long expected, string id, int events = 1, string content = "content") => new(
        stream, expected, Enumerable.Range(1, events).Select(n => Event($"{id}/{n}")).ToList(), id, content, "monitor", Morning);

    public static NewEvent Event(string text) =>
        new("household.registered", 1, System.Text.Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}"""));
}
