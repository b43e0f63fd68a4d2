using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Revitalization.Storage.Registry;

namespace Revitalization.Storage.Sqlite;

/// <summary>The writing connection of <c>registry.db</c>, kept open from lease to lease with its cache and its prepared inserts.</summary>
internal sealed class SqliteRegistryWriter(SqliteFile file, SqliteConnection connection) : IDisposable
{
    private const int MostStatements = 256; // Every table has one; a rebuild's shadows have theirs.
    private readonly Dictionary<RowInsert, Statement> _inserts = [];

    public SqliteConnection Connection => connection;

    public void Insert(RowInsert insert, IReadOnlyList<object?[]> rows)
    {
        var statement = Prepared(insert);
        foreach (var row in rows) statement.Run(row);
    }

    /// <summary>Whether the next lease may go on with it: nobody left a transaction open.</summary>
    public bool IsClean => raw.sqlite3_get_autocommit(connection.Handle) != 0;

    public void Dispose()
    {
        foreach (var statement in _inserts.Values) statement.Dispose();
        connection.Dispose();
    }

    private Statement Prepared(RowInsert insert)
    {
        if (_inserts.TryGetValue(insert, out var known)) return known;
        if (_inserts.Count == MostStatements) Forget();
        var values = string.Join(',', Enumerable.Range(1, insert.Width).Select(at => string.Create(CultureInfo.InvariantCulture, $"${at}")));
        return _inserts[insert] = new Statement(connection, file.Seam, StorageCall.Write, $"{insert.Into} VALUES ({values}) {insert.Conflict}");
    }

    private void Forget()
    {
        foreach (var statement in _inserts.Values) statement.Dispose();
        _inserts.Clear();
    }
}
