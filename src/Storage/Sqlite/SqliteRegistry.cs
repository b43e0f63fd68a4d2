using System.Data.Common;
using Microsoft.Data.Sqlite;
using Revitalization.Storage.Registry;

namespace Revitalization.Storage.Sqlite;

/// <summary>
/// <c>registry.db</c>: rebuildable from the log, so a commit need not wait for its sync (NORMAL): after a power cut rows
/// and checkpoint are those of some earlier moment, together.
/// </summary>
internal sealed class SqliteRegistry : IRegistryDatabase
{
    private readonly SqliteFile _file;
    private readonly SemaphoreSlim _writer = new(1);

    public SqliteRegistry(string folder, StorageSeam seam)
    {
        _file = new(Path.Combine(folder, "registry.db"), "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;", seam, Pooled: true);
        _file.OpenWriter().Dispose();
    }

    public string BlobType => "BLOB";

    public async ValueTask<DbConnection> OpenWriter(CancellationToken cancellation = default)
    {
        if (!await _writer.WaitAsync(WriterLease.LongestWait, cancellation))
            throw new StorageFaultException("The registry's writer is held for too long.");
        try
        {
            var connection = _file.OpenWriter();
            return new LeasedConnection(connection, () => Release(connection));
        }
        catch (DbException cause)
        {
            _writer.Release();
            throw new StorageFaultException("The registry could not be opened: " + cause.Message, cause);
        }
    }

    public ValueTask<DbConnection> OpenReader(CancellationToken cancellation = default) => new(_file.OpenReader());

    public ValueTask DisposeAsync()
    {
        _file.ClosePool();
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Release(SqliteConnection connection)
    {
        try
        {
            connection.Dispose();
        }
        finally
        {
            _writer.Release();
        }
    }
}
