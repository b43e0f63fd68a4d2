using System.Data;
using Microsoft.Data.Sqlite;

namespace Revitalization.Storage.Sqlite;

/// <summary>
/// A connection that keeps what it prepared: a list asked for all day, and what a projection asks for every batch, is planned once a connection,
/// which costs as much as running it. One caller at a time.
/// </summary>
internal sealed class KeepingConnection(string address, bool reads) : FileConnection(address, reads)
{
    private const int StatementsMost = 100;

    private readonly Dictionary<string, SqliteCommand> _kept = new(StringComparer.Ordinal);

    public override SqliteCommand CreateCommand() => new KeptCommand { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>The prepared command of this text, for one use; who has it gives it back.</summary>
    public SqliteCommand Take(string sql) => _kept.Remove(sql, out var kept) ? kept : new SqliteCommand(sql, this);

    public void GiveBack(SqliteCommand command)
    {
        if (_kept.Count >= StatementsMost) Forget();
        if (!_kept.TryAdd(command.CommandText, command)) command.Dispose(); // Two of one text were in use at once.
    }

    protected override void Dispose(bool disposing)
    {
        Forget();
        base.Dispose(disposing);
    }

    private void Forget()
    {
        foreach (var command in _kept.Values) command.Dispose();
        _kept.Clear();
    }
}

/// <summary>Runs as the kept command of its text; dispose its reader before it.</summary>
internal sealed class KeptCommand : SqliteCommand
{
    private SqliteCommand? _running;

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        var connection = (KeepingConnection)Connection!;
        GiveBack(connection);
        _running = connection.Take(CommandText);
        _running.Transaction = Transaction;
        _running.CommandTimeout = CommandTimeout;
        _running.Parameters.Clear();
        foreach (SqliteParameter parameter in Parameters) _running.Parameters.Add(new SqliteParameter(parameter.ParameterName, parameter.Value));
        return _running.ExecuteReader(behavior);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Connection is KeepingConnection connection) GiveBack(connection);
        base.Dispose(disposing);
    }

    private void GiveBack(KeepingConnection connection)
    {
        if (_running is null) return;
        connection.GiveBack(_running);
        _running = null;
    }
}
