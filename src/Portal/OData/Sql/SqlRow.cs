using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Portal.OData.Execution;

namespace Revitalization.Portal.OData.Sql;

/// <summary>The row that SQLite's reader stands on.</summary>
internal sealed class SqlRow(SqliteDataReader reader) : IRow
{
    public bool IsNull(int at) => reader.IsDBNull(at);

    public long Int64(int at) => reader.GetInt64(at);

    public string Text(int at) => reader.GetString(at);

    public object Value(int at) => reader.GetValue(at);

    public void WriteText(Utf8JsonWriter json, int at) => json.WriteStringValue(reader.GetString(at));
}
