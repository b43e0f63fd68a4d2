using System.Globalization;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Bench.Storage;

/// <summary>The same 300-byte fact for the raw database and for ours.</summary>
internal static class Events
{
    public const int Batch = 64;

    public static readonly byte[] MasterKey = new byte[32];

    public static byte[] Data { get; } = System.Text.Encoding.UTF8.GetBytes("{\"note\":\"" + new string('x', 289) + "\"}");

    public static string Stream(int client, int n) => string.Create(CultureInfo.InvariantCulture, $"household/{client}-{n / 10}");

    // Senders draw their ids at random, so neighbours in time are no neighbours in the index.
    public static string CommandId(int client, int n) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{client}/{n}"))).AsSpan(0, 16));

    /// <summary>Ten events to a household, then the next household.</summary>
    public static AppendRequest Request(int client, int n) => new(
        Stream(client, n), n % 10, [new NewEvent("income.reported", 1, Data)], CommandId(client, n), "content", "monitor",
        DateTimeOffset.UnixEpoch);

    public static ValueTask<IStorage> Open(string folder, string? postgres) =>
        StorageFactory.Open(new StorageOptions(folder, postgres, MasterKey), TimeProvider.System);
}
