using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Revitalization.Storage.Sqlite;

/// <summary>
/// Copies the write-ahead log back into the database between batches. Once it reaches 16 MB a passive checkpoint waits
/// for nobody; if readers kept it from finishing until 128 MB, one that waits for the (short) readers and starts the
/// log anew.
/// </summary>
internal sealed class WalCheckpoint(SqliteConnection connection, StorageSeam seam)
{
    private const int PassivePages = 4_096;
    private const int RestartPages = 32_768;
    private const int PagesWritten = 9; // SQLITE_DBSTATUS_CACHE_WRITE: pages this connection wrote, since it was last reset.
    private int _pages;

    public void RunIfDue()
    {
        raw.sqlite3_db_status(connection.Handle, PagesWritten, out var written, out _, resetFlg: 1);
        _pages += written;
        if (_pages < PassivePages) return;
        Run(_pages < RestartPages ? raw.SQLITE_CHECKPOINT_PASSIVE : raw.SQLITE_CHECKPOINT_RESTART);
    }

    private void Run(int mode)
    {
        seam.Before(StorageCall.Checkpoint);
        var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", mode, out var logged, out var copied);
        if (code is not raw.SQLITE_OK and not raw.SQLITE_BUSY) SqliteException.ThrowExceptionForRC(code, connection.Handle);
        seam.After(StorageCall.Checkpoint);
        _pages = logged - copied;
    }
}
