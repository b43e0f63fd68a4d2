using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Revitalization.Portal.OData.Sql;

/// <summary>Values of one statement. Whatever came in an address reaches SQLite only through here.</summary>
internal sealed class SqlParameters
{
    private readonly List<object> _values = [];

    public string Add(object? value)
    {
        _values.Add(value switch { null => DBNull.Value, bool flag => flag ? 1L : 0L, _ => value });
        return "@p" + (_values.Count - 1).ToString(CultureInfo.InvariantCulture);
    }

    public void Bind(SqliteCommand command, int release)
    {
        command.Parameters.AddWithValue("@release", release);
        for (var i = 0; i < _values.Count; i++) command.Parameters.AddWithValue("@p" + i.ToString(CultureInfo.InvariantCulture), _values[i]);
    }
}
