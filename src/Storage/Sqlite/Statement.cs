using Microsoft.Data.Sqlite;

namespace Revitalization.Storage.Sqlite;

/// <summary>A prepared statement whose parameters <c>$1 … $n</c> are set by position.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly StorageSeam _seam;
    private readonly StorageCall _call;

    public Statement(SqliteConnection connection, StorageSeam seam, StorageCall call, string sql, int parameters = 0)
    {
        (_seam, _call) = (seam, call);
        _command = new SqliteCommand(sql, connection);
        for (var i = 1; i <= parameters; i++) _command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        _command.Prepare();
    }

    public void Run(params ReadOnlySpan<object> values)
    {
        Bind(values);
        _seam.Before(_call);
        _command.ExecuteNonQuery();
        _seam.After(_call);
    }

    public long Number(params ReadOnlySpan<object> values)
    {
        Bind(values);
        _seam.Before(_call);
        var value = _command.ExecuteScalar();
        _seam.After(_call);
        return value is long number ? number : 0;
    }

    public T? First<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
        where T : class
    {
        Bind(values);
        _seam.Before(_call);
        using var rows = _command.ExecuteReader();
        var first = rows.Read() ? read(rows) : null;
        _seam.After(_call);
        return first;
    }

    public List<T> All<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        Bind(values);
        _seam.Before(_call);
        using var rows = _command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read()) all.Add(read(rows));
        _seam.After(_call);
        return all;
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i];
    }
}
