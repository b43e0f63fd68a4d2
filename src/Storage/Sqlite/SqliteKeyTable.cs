using Microsoft.Data.Sqlite;
using Revitalization.Storage.Keyring;

namespace Revitalization.Storage.Sqlite;

/// <summary><c>keys.db</c>, a file of its own so that a backup of the log holds no key.</summary>
internal sealed class SqliteKeyTable : IKeyTable
{
    private readonly SqliteFile _file;
    private readonly KeyWrap _wrap;
    private readonly ReaderPool<SqliteKeyReader> _readers;
    private SqliteKeySession? _session;

    public SqliteKeyTable(string folder, KeyWrap wrap, StorageSeam seam)
    {
        _wrap = wrap;
        _file = new(Path.Combine(folder, "keys.db"), "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;", seam);
        _readers = new(() => new SqliteKeyReader(_file), size: 4);
        _session = new SqliteKeySession(_file, wrap);
    }

    public IReadOnlyList<IReadOnlyList<PersonKey>> Commit(IReadOnlyList<KeyWrite> batch)
    {
        try
        {
            _session ??= new SqliteKeySession(_file, _wrap);
            return _session.Write(batch);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void AfterCommit()
    {
    }

    public ValueTask<IReadOnlyList<KeyRow>> Find(IReadOnlyList<ReadOnlyMemory<byte>> blindIndexes, CancellationToken cancellation) =>
        _readers.Use(reader => reader.Find(blindIndexes), cancellation);

    public ValueTask<IReadOnlyList<KeyRow>> Find(IReadOnlyList<Guid> persons, CancellationToken cancellation) =>
        _readers.Use(reader => reader.Find(persons), cancellation);

    public void Dispose()
    {
        _session?.Dispose();
        _session = null;
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _readers.DisposeAsync();
    }
}

/// <summary>One reading connection of <c>keys.db</c>.</summary>
internal sealed class SqliteKeyReader : IDisposable
{
    public const string ByIndex = "SELECT person, blind_index, wrapped_key FROM person WHERE blind_index = $1";
    private readonly SqliteConnection _connection;
    private readonly Statement _byIndex;
    private readonly Statement _byPerson;

    public SqliteKeyReader(SqliteFile file)
    {
        _connection = file.OpenReader();
        _byIndex = new(_connection, file.Seam, StorageCall.Query, ByIndex, 1);
        _byPerson = new(_connection, file.Seam, StorageCall.Query, "SELECT person, blind_index, wrapped_key FROM person WHERE person = $1", 1);
    }

    public IReadOnlyList<KeyRow> Find(IReadOnlyList<ReadOnlyMemory<byte>> indexes) =>
        indexes.SelectMany(index => _byIndex.All(ToRow, index.ToArray())).ToList();

    public IReadOnlyList<KeyRow> Find(IReadOnlyList<Guid> persons) =>
        persons.SelectMany(person => _byPerson.All(ToRow, person.ToByteArray())).ToList();

    public void Dispose()
    {
        _byIndex.Dispose();
        _byPerson.Dispose();
        _connection.Dispose();
    }

    internal static KeyRow ToRow(SqliteDataReader row) => new(
        new Guid(row.GetFieldValue<byte[]>(0)), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));
}
