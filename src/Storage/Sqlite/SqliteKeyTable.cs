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
        _readers = new(() => SqliteFile.Owning(_file.OpenReader(), connection => new SqliteKeyReader(connection, seam)), size: 4);
        _session = SqliteKeySession.Open(_file, wrap);
    }

    public IReadOnlyList<IReadOnlyList<PersonKey>> Commit(IReadOnlyList<KeyWrite> batch)
    {
        try
        {
            _session ??= SqliteKeySession.Open(_file, _wrap);
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
