using Microsoft.Data.Sqlite;
using Revitalization.Storage.Keyring;

namespace Revitalization.Storage.Sqlite;

/// <summary>One reading connection of <c>keys.db</c>.</summary>
internal sealed class SqliteKeyReader : IDisposable
{
    public const string ByIndex = "SELECT person, blind_index, wrapped_key FROM person WHERE blind_index = $1";
    private readonly SqliteConnection _connection;
    private readonly Statement _byIndex;
    private readonly Statement _byPerson;

    public SqliteKeyReader(SqliteConnection connection, StorageSeam seam)
    {
        _connection = connection;
        _byIndex = new(_connection, seam, StorageCall.Query, ByIndex);
        _byPerson = new(_connection, seam, StorageCall.Query, "SELECT person, blind_index, wrapped_key FROM person WHERE person = $1");
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

    internal static KeyRow ToRow(Row row) => new(
        new Guid(row.Blob(0)), row.Blob(1), row.Blob(2));
}
