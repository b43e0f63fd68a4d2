using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Revitalization.Storage.Registry;
using SQLitePCL;

namespace Revitalization.Storage.Sqlite;

/// <summary>The open connections of those who read, lent with what they prepared and their cache of pages.</summary>
/// <param name="open">A new one, ready to read.</param>
internal sealed class ReadingConnections(Func<KeepingConnection> open) : IDisposable
{
    private const int IdleMost = 64;

    private readonly ConcurrentBag<KeepingConnection> _idle = [];
    private volatile bool _closed;

    public DbConnection Lend()
    {
        if (!_idle.TryTake(out var connection)) connection = open();
        return new LeasedConnection(connection, () => TakeBack(connection));
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }

    // One that ran against something it could not read is not trusted again; nor is one that leaves a transaction open.
    private void TakeBack(KeepingConnection connection)
    {
        if (_closed || _idle.Count >= IdleMost || !IsClean(connection)) connection.Dispose();
        else _idle.Add(connection);
    }

    private static bool IsClean(KeepingConnection connection) =>
        connection is { State: System.Data.ConnectionState.Open, HasTransaction: false } && raw.sqlite3_get_autocommit(connection.Handle) != 0;
}
