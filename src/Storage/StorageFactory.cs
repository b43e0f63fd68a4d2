using Microsoft.Data.Sqlite;
using Revitalization.Storage.Sqlite;

namespace Revitalization.Storage;

/// <summary>Opens what the options name. The one place that knows which databases there are.</summary>
public static class StorageFactory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Opens the storage, bringing its tables up to date.</summary>
    /// <exception cref="StorageFaultException">The database cannot be reached, or a newer version wrote it.</exception>
    public static ValueTask<IStorage> Open(StorageOptions options, TimeProvider clock, CancellationToken cancellation = default)
    {
        CreateFolder(options.DataDirectory);
        return new(OpenSqlite(options, clock));
    }

    private static SqliteStorage OpenSqlite(StorageOptions options, TimeProvider clock)
    {
        try
        {
            return new SqliteStorage(options, clock, StorageSeam.None);
        }
        catch (SqliteException cause)
        {
            throw new StorageFaultException("The data folder cannot be opened: " + cause.Message, cause);
        }
    }

    // What lies there is personal data and keys: nobody else on the machine may list it.
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly);
    }
}
