using Microsoft.Data.Sqlite;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;
using SQLitePCL;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Runs queries on the replica: one statement, its rows as they come, stopped at a deadline.</summary>
internal sealed class SqlExecutor(ReplicaStore store, PortalOptions options)
{
    public Task<RowCursor> Open(CollectionQuery query, Page page, CancellationToken cancellation) =>
        Open(query, page, options.QueryTimeout, cancellation);

    /// <summary>For a download, whose pace is its reader's.</summary>
    public Task<RowCursor> OpenExport(CollectionQuery query, Page page, CancellationToken cancellation) =>
        Open(query, page, options.ExportTimeout, cancellation);

    public async Task<long> Count(CollectionQuery query, CancellationToken cancellation)
    {
        var statement = SqlFaults.Guard(() => PageSql.Count(query));
        using var rows = RowCursor.Open(
            await store.Database.Read(cancellation), statement, query.Release, options.QueryTimeout, cancellation);
        RequireHeld(rows);
        return rows.Read() ? rows.Row.Int64(0) : 0;
    }

    private async Task<RowCursor> Open(CollectionQuery query, Page page, TimeSpan timeout, CancellationToken cancellation)
    {
        var statement = SqlFaults.Guard(() => PageSql.Write(query, page));
        var rows = RowCursor.Open(await store.Database.Read(cancellation), statement, query.Release, timeout, cancellation);
        try
        {
            RequireHeld(rows);
            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    // Between choosing a release and reading it, it may have been let go: no rows would then look like an empty set. The running statement holds the
    // snapshot, so this sees what it sees. The newest is never let go.
    private void RequireHeld(RowCursor rows)
    {
        if (rows.Release == 0 || rows.Release == store.State.Current?.Number) return;
        using var held = new SqliteCommand("SELECT held FROM releases WHERE number = @release", rows.Connection);
        held.Parameters.AddWithValue("@release", rows.Release);
        if (rows.Guarded(held.ExecuteScalar) is not 1L) throw new QueryFaultException(410, "release-gone", "这次发布已不再保留，请读较新的发布。");
    }
}

/// <summary>Rows of one running statement. It holds a reader of the replica until disposed.</summary>
internal sealed class RowCursor : IRowCursor
{
    private readonly ReplicaLease _lease;
    private readonly SqliteCommand _command;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenRegistration _interrupt;
    private readonly CancellationToken _caller;
    private SqliteDataReader? _reader;
    private SqlRow? _row;

    private RowCursor(ReplicaLease lease, Statement statement, int release, TimeSpan timeout, CancellationToken caller)
    {
        (_lease, Layout, Release, _caller) = (lease, statement.Layout, release, caller);
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _deadline.CancelAfter(timeout);
        _command = lease.Connection.CreateCommand();
        _command.CommandText = statement.Sql;
        statement.Parameters.Bind(_command, release);
        var handle = lease.Connection.Handle!;
        _interrupt = _deadline.Token.Register(() => raw.sqlite3_interrupt(handle));
    }

    public RowLayout Layout { get; }
    public int Release { get; }
    public SqliteConnection Connection => _lease.Connection;
    public IRow Row => _row ?? throw new InvalidOperationException("Read first.");

    public static RowCursor Open(ReplicaLease lease, Statement statement, int release, TimeSpan timeout, CancellationToken caller)
    {
        var cursor = new RowCursor(lease, statement, release, timeout, caller);
        try
        {
            cursor._reader = cursor.Guarded(() => cursor._command.ExecuteReader());
            cursor._row = new SqlRow(cursor._reader);
            return cursor;
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    public bool Read() => Guarded(_reader!.Read);

    public T Guarded<T>(Func<T> work)
    {
        try
        {
            if (_deadline.IsCancellationRequested) throw SqlFaults.Stopped(_caller);
            return work();
        }
        catch (SqliteException failed)
        {
            throw SqlFaults.Explain(failed, _caller);
        }
    }

    public void Dispose()
    {
        // In this order: no interrupt may reach the connection once another query has it.
        _interrupt.Dispose();
        _deadline.Dispose();
        _reader?.Dispose();
        _command.Dispose();
        _lease.Dispose();
    }
}
