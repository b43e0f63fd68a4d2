using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Portal.OData.Apply;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Expressions;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.OData.Output;

/// <summary>Writes one expanded navigation for row after row: one prepared statement, bound to each row's key.</summary>
internal sealed class ExpansionReader : IDisposable
{
    private readonly Expansion _expansion;
    private readonly RowCursor _cursor;
    private readonly SqliteCommand _rows;
    private readonly SqliteCommand? _count;
    private readonly RowPlan _plan;
    private readonly List<ExpansionReader> _inner;
    private readonly int _localAt;
    private readonly long _most;

    public ExpansionReader(Expansion expansion, Shape outer, RowCursor cursor, bool numbersAsText, int mostRows)
    {
        (_expansion, _cursor) = (expansion, cursor);
        _most = Math.Min(expansion.Top ?? mostRows + 1, mostRows + 1);
        var query = new CollectionQuery(cursor.Release, Owned(expansion), expansion.Order);
        var statement = PageSql.Write(query, new Page(expansion.Skip, _most, null));
        _rows = Prepare(cursor, statement);
        _count = expansion.Count ? Prepare(cursor, PageSql.Count(query)) : null;
        _plan = new RowPlan(statement.Layout, expansion.Selection.Columns, numbersAsText);
        _inner = [.. expansion.Selection.Expansions.Select(inner => new ExpansionReader(inner, statement.Layout.Shape, cursor, numbersAsText, mostRows))];
        _localAt = outer.Columns.ToList().FindIndex(column => column.Path == expansion.Navigation.Local);
        MostRows = mostRows;
    }

    private int MostRows { get; }

    /// <summary>Readers for all expansions of a cursor's rows. They share its connection, so only SQL's cursor can be expanded.</summary>
    public static List<ExpansionReader> All(Selection selection, IRowCursor rows, bool numbersAsText, int mostRows)
    {
        if (selection.Expansions.Count == 0) return [];
        var cursor = rows as RowCursor ?? throw new InvalidOperationException("Only rows from SQL can be expanded.");
        return selection.Expansions.Select(one => new ExpansionReader(one, cursor.Layout.Shape, cursor, numbersAsText, mostRows)).ToList();
    }

    /// <summary>Writes the members of one row: its columns, then its expansions.</summary>
    public static void WriteRow(Utf8JsonWriter json, IRow row, RowPlan plan, IReadOnlyList<ExpansionReader> expansions)
    {
        plan.Write(json, row);
        foreach (var expansion in expansions) expansion.Write(json, row);
    }

    public void Dispose()
    {
        _rows.Dispose();
        _count?.Dispose();
        foreach (var inner in _inner) inner.Dispose();
    }

    private void Write(Utf8JsonWriter json, IRow outer)
    {
        var owner = outer.IsNull(_localAt) ? null : outer.Value(_localAt);
        var name = _expansion.Navigation.Name;
        if (_count is not null) json.WriteNumber($"{name}@odata.count", owner is null ? 0 : Count(_count, owner));
        json.WritePropertyName(name);
        if (_expansion.Navigation.Many) WriteMany(json, owner);
        else WriteOne(json, owner);
    }

    private void WriteMany(Utf8JsonWriter json, object? owner)
    {
        json.WriteStartArray();
        if (owner is not null)
        {
            using var rows = Read(_rows, owner);
            var row = new SqlRow(rows);
            for (var count = 0; _cursor.Guarded(rows.Read); count++)
            {
                if (count == MostRows) throw QueryFaultException.Bad($"{_expansion.Navigation.Name} 展开的行太多，请直接读那个集合。");
                WriteObject(json, row);
            }
        }
        json.WriteEndArray();
    }

    private void WriteOne(Utf8JsonWriter json, object? owner)
    {
        using var rows = owner is null ? null : Read(_rows, owner);
        if (rows is not null && _cursor.Guarded(rows.Read)) WriteObject(json, new SqlRow(rows));
        else json.WriteNullValue();
    }

    private void WriteObject(Utf8JsonWriter json, IRow row)
    {
        json.WriteStartObject();
        WriteRow(json, row, _plan, _inner);
        json.WriteEndObject();
    }

    private long Count(SqliteCommand count, object owner)
    {
        using var rows = Read(count, owner);
        return _cursor.Guarded(rows.Read) ? rows.GetInt64(0) : 0;
    }

    private SqliteDataReader Read(SqliteCommand command, object owner)
    {
        command.Parameters["@owner"].Value = owner;
        return _cursor.Guarded(command.ExecuteReader);
    }

    private static Stage.Filter Owned(Expansion expansion)
    {
        var key = expansion.Query.Shape.Find(expansion.Navigation.Remote)!;
        var column = new ColumnExpression(Paths.It, key.Path, key.Type, key.Nullable);
        return new Stage.Filter(expansion.Query, new BinaryExpression(Operator.Equal, column, new OwnerExpression(key.Type), DataType.Boolean));
    }

    private static SqliteCommand Prepare(RowCursor cursor, Statement statement)
    {
        var command = cursor.Connection.CreateCommand();
        command.CommandText = statement.Sql;
        statement.Parameters.Bind(command, cursor.Release);
        command.Parameters.Add(new SqliteParameter { ParameterName = "@owner" });
        return command;
    }
}
