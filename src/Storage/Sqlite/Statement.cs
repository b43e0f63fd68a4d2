using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Revitalization.Storage.Sqlite;

/// <summary>
/// A prepared statement whose parameters <c>$1 … $n</c> are set by position. It calls SQLite directly: at thousands of
/// commands a second the provider's own command objects cost more than what they run.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int OnStack = 512;
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly StorageSeam _seam;
    private readonly StorageCall _call;

    public Statement(SqliteConnection connection, StorageSeam seam, StorageCall call, string sql)
    {
        (_seam, _call) = (seam, call);
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public void Run(params ReadOnlySpan<object?> values) => Step(values, _ => false);

    /// <summary>The first row's first column, 0 if there is no row.</summary>
    public long Number(params ReadOnlySpan<object?> values)
    {
        long number = 0;
        Step(values, row =>
        {
            number = row.Number(0);
            return false;
        });
        return number;
    }

    public T? First<T>(Func<Row, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        T? first = null;
        Step(values, row =>
        {
            first = read(row);
            return false;
        });
        return first;
    }

    public List<T> All<T>(Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var all = new List<T>();
        Step(values, row =>
        {
            all.Add(read(row));
            return true;
        });
        return all;
    }

    public void Dispose() => _statement.Dispose();

    /// <param name="more">Takes a row and says whether it wants another.</param>
    private void Step(ReadOnlySpan<object?> values, Func<Row, bool> more)
    {
        _seam.Before(_call);
        try
        {
            for (var i = 0; i < values.Length; i++) Check(Bind(i + 1, values[i]));
            int code;
            while ((code = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW && more(new Row(_statement)))
            {
                // The row was taken.
            }

            if (code is not raw.SQLITE_DONE and not raw.SQLITE_ROW) Check(code);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement); // Says again what the step said.
        }

        _seam.After(_call);
    }

    private int Bind(int at, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, at),
        string text => BindText(at, text),
        long number => raw.sqlite3_bind_int64(_statement, at, number),
        int number => raw.sqlite3_bind_int64(_statement, at, number),
        bool flag => raw.sqlite3_bind_int64(_statement, at, flag ? 1 : 0),
        ReadOnlyMemory<byte> bytes => BindBytes(at, bytes.Span),
        byte[] bytes => BindBytes(at, bytes),
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };

    private int BindText(int at, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var buffer = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        return raw.sqlite3_bind_text(_statement, at, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }

    // An empty span has no address, which SQLite would take for null.
    private int BindBytes(int at, ReadOnlySpan<byte> bytes) => bytes.IsEmpty
        ? raw.sqlite3_bind_zeroblob(_statement, at, 0)
        : raw.sqlite3_bind_blob(_statement, at, bytes);

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, _database);
    }
}

/// <summary>The row a statement stands on.</summary>
internal readonly struct Row(sqlite3_stmt statement)
{
    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public int Small(int column) => raw.sqlite3_column_int(statement, column);

    public byte[] Blob(int column) => raw.sqlite3_column_blob(statement, column).ToArray();
}
