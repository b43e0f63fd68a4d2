using System.Data.Common;
using Npgsql;
using Revitalization.Storage.Registry;

namespace Revitalization.Storage.Postgres;

/// <summary>The schema <c>registry</c>. One projector writes at a time, over all silos: a lock on the session says which.</summary>
internal sealed class PostgresRegistry(NpgsqlDataSource writers, NpgsqlDataSource readers) : IRegistryDatabase
{
    public const string Schema = "registry";
    // Rebuildable from the log, so a commit need not wait for its sync: after a crash rows and checkpoint are those of some earlier moment, together.
    private const string WriterSettings = PostgresSource.ByKeyOnly + " -c synchronous_commit=off";
    private const int InsertsMost = 256; // Every table has one; a rebuild's shadows have theirs.

    private readonly SemaphoreSlim _writer = new(1);
    private readonly Dictionary<RowInsert, PostgresInsert> _inserts = []; // Of whoever has the lease.

    public string BlobType => "BYTEA";

    public static async Task<PostgresRegistry> Open(string connectionString, CancellationToken cancellation)
    {
        var writers = PostgresSource.Create(connectionString, "registry writer", WriterSettings, Schema);
        await PostgresSchema.Migrate(writers, Schema, cancellation);
        var readers = PostgresSource.Create(
            connectionString, "registry reader", "-c default_transaction_read_only=on", Schema);
        return new(writers, readers);
    }

    public async ValueTask<DbConnection> OpenWriter(CancellationToken cancellation = default)
    {
        if (!await _writer.WaitAsync(WriterLease.LongestWait, cancellation))
            throw new StorageFaultException("The registry's writer is held for too long.");
        try
        {
            return await Lease(cancellation);
        }
        catch
        {
            _writer.Release();
            throw;
        }
    }

    public async Task Insert(DbConnection writer, RowInsert insert, IReadOnlyList<object?[]> rows, CancellationToken cancellation = default)
    {
        var connection = (NpgsqlConnection)((LeasedConnection)writer).Inner;
        if (!_inserts.TryGetValue(insert, out var prepared))
        {
            if (_inserts.Count == InsertsMost) _inserts.Clear();
            _inserts[insert] = prepared = await PostgresInsert.Of(connection, insert, cancellation);
        }
        await prepared.Run(connection, rows, cancellation);
    }

    public (string Condition, object Keys) Among(string column, IReadOnlyCollection<string> keys) => ($"{column} = ANY(@keys)", keys.ToArray());

    public async ValueTask<DbConnection> OpenReader(CancellationToken cancellation = default)
    {
        try
        {
            return await readers.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException cause)
        {
            throw new StorageFaultException("The registry could not be opened: " + cause.Message, cause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writers.DisposeAsync();
        await readers.DisposeAsync();
        _writer.Dispose();
    }

    private async Task<LeasedConnection> Lease(CancellationToken cancellation)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await writers.OpenConnectionAsync(cancellation);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({AdvisoryLock.RegistryWriter})", connection);
            command.CommandTimeout = (int)WriterLease.LongestWait.TotalSeconds;
            await command.ExecuteNonQueryAsync(cancellation);
            return new LeasedConnection(connection, () => Release(connection));
        }
        catch (Exception cause) when (cause is NpgsqlException or OperationCanceledException)
        {
            if (connection is not null) Drop(connection);
            if (cause is OperationCanceledException) throw;
            throw new StorageFaultException("The registry could not be opened: " + cause.Message, cause);
        }
    }

    private void Release(NpgsqlConnection connection)
    {
        try
        {
            using var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(new("ROLLBACK")); // A projector that failed may have left its transaction open.
            batch.BatchCommands.Add(new($"SELECT pg_advisory_unlock({AdvisoryLock.RegistryWriter})"));
            batch.ExecuteNonQuery();
            connection.Dispose();
        }
        catch (Exception cause) when (cause is NpgsqlException or InvalidOperationException)
        {
            Drop(connection); // The lock ends with its session.
        }
        finally
        {
            _writer.Release();
        }
    }

    private static void Drop(NpgsqlConnection connection)
    {
        NpgsqlConnection.ClearPool(connection);
        connection.Dispose();
    }
}
