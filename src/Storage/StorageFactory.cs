using System.Data.Common;
using Revitalization.Storage.Postgres;
using Revitalization.Storage.Sqlite;

namespace Revitalization.Storage;

/// <summary>Opens what the options name. The one place that knows which databases there are.</summary>
public static class StorageFactory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Opens the storage, bringing its tables up to date.</summary>
    /// <exception cref="StorageFaultException">The database cannot be reached, is not durable, or a newer version wrote it.</exception>
    public static ValueTask<IStorage> Open(StorageOptions options, TimeProvider clock, CancellationToken cancellation = default) =>
        Open(options, clock, StorageSeam.None, cancellation);

    internal static async ValueTask<IStorage> Open(
        StorageOptions options, TimeProvider clock, StorageSeam seam, CancellationToken cancellation)
    {
        try
        {
            CreateFolder(options.DataDirectory);
            return options.PostgresConnection is null
                ? await SqliteStorage.Open(options, clock, seam)
                : await PostgresStorage.Open(options, clock, seam, cancellation);
        }
        catch (Exception cause) when (cause is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StorageFaultException("The storage cannot be opened: " + cause.Message, cause);
        }
    }

    // What lies there is personal data and keys: nobody else on the machine may list it.
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
    }
}
