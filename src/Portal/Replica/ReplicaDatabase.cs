using System.Globalization;
using Microsoft.Data.Sqlite;
using Revitalization.Portal.Documents;

namespace Revitalization.Portal.Replica;

/// <summary>The portal's own file, and that of documents beside it. One connection writes each; a bounded number of pooled connections read committed snapshots.</summary>
public sealed class ReplicaDatabase : IDisposable
{
    private const int Readers = 16;
    private readonly string _reading, _documents;
    private int _documentEdition;
    private readonly Stack<SqliteConnection> _idle = new();
    private readonly SemaphoreSlim _free = new(Readers, Readers);

    public ReplicaDatabase(string directory)
    {
        Directory = System.IO.Directory.CreateDirectory(directory).FullName;
        var file = Path.Combine(Directory, "portal.db");
        Writer = Open(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        // What is deleted is overwritten: a redacted row must not lie on in a free page.
        ReplicaSchema.Execute(Writer, "PRAGMA secure_delete=ON");
        ReplicaSchema.Create(Writer);
        _documents = Path.Combine(Directory, DocumentSchema.File);
        Documents = Open(new SqliteConnectionStringBuilder { DataSource = _documents, Pooling = false }.ToString());
        DocumentSchema.Create(Documents);
        // Before anybody asks: an answer given under the edition of an empty replica would be known again after a later start.
        using (var editions = new SqliteCommand("SELECT COUNT(*) FROM document_releases", Documents)) _documentEdition = Convert.ToInt32(editions.ExecuteScalar(), CultureInfo.InvariantCulture);
        _reading = new SqliteConnectionStringBuilder
        {
            DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString();
    }

    public string Directory { get; }

    /// <summary>Held by the ingest alone.</summary>
    internal SqliteConnection Writer { get; }

    /// <summary>Held by the ingest of documents alone: a long ingest of figures does not hold them up.</summary>
    internal SqliteConnection Documents { get; }

    /// <summary>The newest release of documents: answers made of them change with it.</summary>
    internal int DocumentEdition
    {
        get => Volatile.Read(ref _documentEdition);
        set => Volatile.Write(ref _documentEdition, value);
    }

    /// <summary>Waits for a free reader; dispose it to give it back.</summary>
    public async ValueTask<ReplicaLease> Read(CancellationToken cancellation = default)
    {
        await _free.WaitAsync(cancellation);
        return Lease();
    }

    /// <summary>As <see cref="Read"/>, for a page that reads a few rows.</summary>
    public ReplicaLease ReadNow()
    {
        _free.Wait();
        return Lease();
    }

    public void Dispose()
    {
        Writer.Dispose();
        Documents.Dispose();
        lock (_idle)
        {
            while (_idle.TryPop(out var connection)) connection.Dispose();
        }
        _free.Dispose();
    }

    /// <summary>A journal as large as a release would be read again by the next start. Where a reader holds it, it is emptied after a later release.</summary>
    internal void EmptyLargeJournal()
    {
        const long Large = 64 << 20;
        if (new FileInfo(Path.Combine(Directory, "portal.db-wal")) is { Exists: true, Length: > Large }) ReplicaSchema.Execute(Writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    internal void Return(SqliteConnection connection)
    {
        lock (_idle) _idle.Push(connection);
        _free.Release();
    }

    private ReplicaLease Lease()
    {
        try
        {
            lock (_idle)
            {
                if (_idle.TryPop(out var idle)) return new ReplicaLease(this, idle);
            }
            return new ReplicaLease(this, OpenReader());
        }
        catch (SqliteException)
        {
            _free.Release();
            throw;
        }
    }

    private SqliteConnection OpenReader()
    {
        var connection = Open(_reading);
        SqlFunctions.Register(connection);
        using var attach = new SqliteCommand("ATTACH DATABASE @file AS papers", connection);
        attach.Parameters.AddWithValue("@file", _documents);
        attach.ExecuteNonQuery();
        return connection;
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        ReplicaSchema.Execute(connection, "PRAGMA busy_timeout=5000; PRAGMA cache_size=-16000; PRAGMA mmap_size=0");
        return connection;
    }
}

/// <summary>A reader on loan.</summary>
public readonly struct ReplicaLease(ReplicaDatabase owner, SqliteConnection connection) : IDisposable
{
    public SqliteConnection Connection { get; } = connection;

    public void Dispose() => owner.Return(Connection);
}
