using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Output;

/// <summary>One value of a row, exactly: decimals are written from their digits, never through floating point.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter json, SqliteDataReader row, int at, DataType type, bool numbersAsText)
    {
        if (row.IsDBNull(at))
        {
            json.WriteNullValue();
            return;
        }
        switch (type)
        {
            case DataType.Boolean: json.WriteBooleanValue(row.GetInt64(at) != 0); break;
            case DataType.Int32: json.WriteNumberValue(row.GetInt64(at)); break;
            case DataType.Int64 when numbersAsText: json.WriteStringValue(row.GetInt64(at).ToString(CultureInfo.InvariantCulture)); break;
            case DataType.Int64: json.WriteNumberValue(row.GetInt64(at)); break;
            case DataType.Decimal when numbersAsText: json.WriteStringValue(ScaledDecimal.Text(row.GetInt64(at))); break;
            case DataType.Decimal: json.WriteRawValue(ScaledDecimal.Text(row.GetInt64(at)), skipInputValidation: true); break;
            default: json.WriteStringValue(Text(row, at, type)); break;
        }
    }

    /// <summary>The value as text, for CSV and <c>$value</c>; empty for null.</summary>
    public static string Text(SqliteDataReader row, int at, DataType type) => row.IsDBNull(at) ? "" : type switch
    {
        DataType.Text or DataType.Date or DataType.Guid => row.GetString(at),
        DataType.Boolean => row.GetInt64(at) != 0 ? "true" : "false",
        DataType.Decimal => ScaledDecimal.Text(row.GetInt64(at)),
        DataType.Time => ManifestJson.Time(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(at))),
        _ => row.GetInt64(at).ToString(CultureInfo.InvariantCulture),
    };
}
