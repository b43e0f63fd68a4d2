using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Revitalization.Storage.Registry;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>The power went: whatever was not committed is gone.</summary>
public sealed class PowerCutException() : DbException("Injected by a test.");

/// <summary>A registry whose n-th statement or commit fails: before it is made, or after it was and its answer was lost.</summary>
internal sealed class FaultyRegistry(IRegistryDatabase inner) : IRegistryDatabase
{
    private int _calls;

    public int FailAt { get; set; } = int.MaxValue;

    public bool AnswerLost { get; set; }

    public int Calls => _calls;

    public string BlobType => inner.BlobType;

    public async ValueTask<DbConnection> OpenWriter(CancellationToken cancellation = default) => new Connection(await inner.OpenWriter(cancellation), this);

    public Task Insert(DbConnection writer, RowInsert insert, IReadOnlyList<object?[]> rows, CancellationToken cancellation = default) =>
        inner.Insert(writer, insert, rows, cancellation);

    public (string Condition, object Keys) Among(string column, IReadOnlyCollection<string> keys) => inner.Among(column, keys);

    public ValueTask<DbConnection> OpenReader(CancellationToken cancellation = default) => inner.OpenReader(cancellation);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private T Call<T>(Func<T> call)
    {
        var fails = Interlocked.Increment(ref _calls) == FailAt;
        if (fails && !AnswerLost) throw new PowerCutException();
        var answer = call();
        return fails ? throw new PowerCutException() : answer;
    }

    private sealed class Connection(DbConnection inner, FaultyRegistry faults) : DbConnection
    {
        [AllowNull]
        public override string ConnectionString { get => inner.ConnectionString; set => throw new NotSupportedException(); }

        public override string Database => inner.Database;

        public override string DataSource => inner.DataSource;

        public override string ServerVersion => inner.ServerVersion;

        public override ConnectionState State => inner.State;

        public override void ChangeDatabase(string databaseName) => throw new NotSupportedException();

        public override void Open() { }

        public override void Close() => inner.Dispose();

        protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(inner.BeginTransaction(isolationLevel), this, faults);

        protected override DbCommand CreateDbCommand() => new Command(inner.CreateCommand(), faults);

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Transaction(DbTransaction inner, DbConnection connection, FaultyRegistry faults) : DbTransaction
    {
        public DbTransaction Inner => inner;

        public override IsolationLevel IsolationLevel => inner.IsolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit() => faults.Call(() =>
        {
            inner.Commit();
            return true;
        });

        public override void Rollback() => inner.Rollback();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Command(DbCommand inner, FaultyRegistry faults) : DbCommand
    {
        [AllowNull]
        public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

        public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

        public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

        protected override DbConnection? DbConnection { get => inner.Connection; set => throw new NotSupportedException(); }

        protected override DbParameterCollection DbParameterCollection => inner.Parameters;

        protected override DbTransaction? DbTransaction { get => inner.Transaction; set => inner.Transaction = (value as Transaction)?.Inner; }

        public override void Cancel() => inner.Cancel();

        public override int ExecuteNonQuery() => faults.Call(inner.ExecuteNonQuery);

        public override object? ExecuteScalar() => faults.Call(inner.ExecuteScalar);

        public override void Prepare() => inner.Prepare();

        protected override DbParameter CreateDbParameter() => inner.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => faults.Call(() => inner.ExecuteReader(behavior));

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
