using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Storage.Registry;

namespace Revitalization.Storage.Sqlite;

/// <summary>
/// <c>registry.db</c>: rebuildable from the log, so a commit need not wait for its sync (NORMAL): after a power cut rows
/// and checkpoint are those of some earlier moment, together.
/// </summary>
internal sealed class SqliteRegistry : IRegistryDatabase
{
    // Checkpoints at 16 MB: a page that many batches change is then copied back once for all of them.
    private const string Pragmas = "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4096;";

    private readonly SqliteFile _file;
    private readonly SemaphoreSlim _lease = new(1);
    private readonly ReadingConnections _readers;
    private SqliteRegistryWriter? _writer; // Of whoever has the lease.

    public SqliteRegistry(string folder, StorageSeam seam)
    {
        _file = new(Path.Combine(folder, "registry.db"), Pragmas, seam, Pooled: true);
        _writer = OpenConnection();
        _readers = new(_file.OpenReading);
    }

    public string BlobType => "BLOB";

    public async ValueTask<DbConnection> OpenWriter(CancellationToken cancellation = default)
    {
        if (!await _lease.WaitAsync(WriterLease.LongestWait, cancellation))
            throw new StorageFaultException("The registry's writer is held for too long.");
        try
        {
            _writer ??= OpenConnection();
            return new LeasedConnection(_writer.Connection, Release);
        }
        catch (DbException cause)
        {
            _lease.Release();
            throw new StorageFaultException("The registry could not be opened: " + cause.Message, cause);
        }
    }

    public Task Insert(DbConnection writer, RowInsert insert, IReadOnlyList<object?[]> rows, CancellationToken cancellation = default)
    {
        var leased = _writer ?? throw new InvalidOperationException("Nobody has the registry's writer.");
        leased.Insert(insert, rows);
        return Task.CompletedTask;
    }

    public (string Condition, object Keys) Among(string column, IReadOnlyCollection<string> keys) =>
        ($"{column} IN (SELECT value FROM json_each(@keys))", JsonSerializer.Serialize(keys));

    public ValueTask<DbConnection> OpenReader(CancellationToken cancellation = default) => new(_readers.Lend());

    public ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        _readers.Dispose();
        _file.ClosePool();
        _lease.Dispose();
        return ValueTask.CompletedTask;
    }

    private SqliteRegistryWriter OpenConnection() =>
        SqliteFile.Owning(_file.OpenWriter(), connection => new SqliteRegistryWriter(_file, connection));

    // What a projector that failed left open ends with its connection.
    private void Release()
    {
        try
        {
            if (_writer is { IsClean: true }) return;
            _writer?.Dispose();
            _writer = null;
        }
        finally
        {
            _lease.Release();
        }
    }
}
