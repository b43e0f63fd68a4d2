using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Revitalization.Storage.Registry;

/// <summary>How long a projector waits for the writer before that counts as a fault.</summary>
internal static class WriterLease
{
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
}

/// <summary>The writer's connection; disposing it lets the next projector write.</summary>
/// <param name="release">Rolls back what was left open and gives the lease back.</param>
internal sealed class LeasedConnection(DbConnection inner, Action release) : DbConnection
{
    private int _released;

    public DbConnection Inner => inner;

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => throw new NotSupportedException("The writer's connection is open already.");
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) =>
        throw new NotSupportedException("The writer has one database.");

    public override void Open()
    {
        ObjectDisposedException.ThrowIf(State != ConnectionState.Open, this);
    }

    public override void Close() => Dispose(disposing: true);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => inner.BeginTransaction(isolationLevel);

    protected override DbCommand CreateDbCommand() => inner.CreateCommand();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _released, 1) == 0) release();
        base.Dispose(disposing);
    }
}
