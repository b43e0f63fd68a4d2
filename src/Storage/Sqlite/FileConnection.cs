using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Revitalization.Storage.Sqlite;

/// <summary>A connection that leaves nothing open behind it, since the next caller may get it from the pool.</summary>
/// <param name="reads">Its transactions take no lock: they keep the snapshot of their first read.</param>
internal class FileConnection(string address, bool reads) : SqliteConnection(address)
{
    public bool HasTransaction => Transaction is not null;

    public override void Close()
    {
        // A transaction begun by a statement of the caller's own, of which the provider knows nothing.
        if (State == ConnectionState.Open && Transaction is null && raw.sqlite3_get_autocommit(Handle) == 0)
            _ = raw.sqlite3_exec(Handle, "ROLLBACK");
        base.Close();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        reads ? BeginTransaction(IsolationLevel.Serializable, deferred: true) : base.BeginDbTransaction(isolationLevel);
}
