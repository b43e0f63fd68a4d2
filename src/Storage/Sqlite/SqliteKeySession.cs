using Microsoft.Data.Sqlite;
using Revitalization.Storage.Keyring;

namespace Revitalization.Storage.Sqlite;

/// <summary>The writing connection of <c>keys.db</c>.</summary>
internal sealed class SqliteKeySession : IDisposable
{
    private const string Version1 = """
        CREATE TABLE person(person BLOB PRIMARY KEY, blind_index BLOB NOT NULL UNIQUE, wrapped_key BLOB NOT NULL) WITHOUT ROWID
        """;

    private readonly SqliteFile _file;
    private readonly KeyWrap _wrap;
    private readonly SqliteConnection _connection;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _find;
    private readonly Statement _add;
    private readonly Statement _erase;

    private SqliteKeySession(SqliteFile file, KeyWrap wrap, SqliteConnection connection)
    {
        (_file, _wrap, _connection) = (file, wrap, connection);
        _begin = new(_connection, file.Seam, StorageCall.Begin, "BEGIN IMMEDIATE");
        _commit = new(_connection, file.Seam, StorageCall.Commit, "COMMIT");
        _find = new(_connection, file.Seam, StorageCall.Query, SqliteKeyReader.ByIndex);
        _add = new(_connection, file.Seam, StorageCall.Write, "INSERT INTO person VALUES ($1, $2, $3)");
        _erase = new(_connection, file.Seam, StorageCall.Write, "DELETE FROM person WHERE person = $1");
    }

    public static SqliteKeySession Open(SqliteFile file, KeyWrap wrap) =>
        SqliteFile.Owning(file.OpenWriter(Version1), connection => new SqliteKeySession(file, wrap, connection));

    /// <summary>One transaction; durable when it returns, and what it erased is in no file any more.</summary>
    public IReadOnlyList<IReadOnlyList<PersonKey>> Write(IReadOnlyList<KeyWrite> batch)
    {
        _begin.Run();
        var results = batch.Select(Write).ToList();
        _commit.Run();
        if (batch.Any(write => write.Erase is not null)) Scrub();
        return results;
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_begin, _commit, _find, _add, _erase]) statement.Dispose();
        _connection.Dispose();
    }

    private List<PersonKey> Write(KeyWrite write)
    {
        if (write.Erase is { } person) _erase.Run(person.ToByteArray());
        return write.Persons.Select(index => FindOrAdd(index.ToArray())).ToList();
    }

    private PersonKey FindOrAdd(byte[] index)
    {
        if (_find.First(SqliteKeyReader.ToRow, index) is { } row) return _wrap.Unwrap(row.Person, row.Wrapped);
        var (person, wrapped) = _wrap.Create();
        _add.Run(person.Person.ToByteArray(), index, wrapped);
        return person;
    }

    // The pages before the erasure still lie in the write-ahead log: copy it back, then cut it off.
    private void Scrub()
    {
        _file.Seam.Before(StorageCall.Checkpoint);
        using var command = new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE)", _connection);
        using var answer = command.ExecuteReader();
        if (!answer.Read() || answer.GetInt64(0) != 0)
            throw new StorageFaultException("A reader kept the erased key in the write-ahead log; erase again.");
        _file.Seam.After(StorageCall.Checkpoint);
    }
}
