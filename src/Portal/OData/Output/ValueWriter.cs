using System.Globalization;
using System.Text.Json;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Execution;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.OData.Output;

/// <summary>One value of a row, exactly: decimals are written from their digits, never through floating point.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter json, IRow row, int at, DataType type, bool numbersAsText)
    {
        if (row.IsNull(at))
        {
            json.WriteNullValue();
            return;
        }
        switch (type)
        {
            case DataType.Boolean: json.WriteBooleanValue(row.Int64(at) != 0); break;
            case DataType.Int32: json.WriteNumberValue(row.Int64(at)); break;
            case DataType.Int64 when numbersAsText: json.WriteStringValue(row.Int64(at).ToString(CultureInfo.InvariantCulture)); break;
            case DataType.Int64: json.WriteNumberValue(row.Int64(at)); break;
            case DataType.Decimal when numbersAsText: json.WriteStringValue(ScaledDecimal.Text(row.Int64(at))); break;
            case DataType.Decimal: WriteDecimal(json, row.Int64(at)); break;
            case DataType.Time: json.WriteStringValue(Text(row, at, type)); break;
            default: row.WriteText(json, at); break;
        }
    }

    private static void WriteDecimal(Utf8JsonWriter json, long scaled)
    {
        Span<byte> text = stackalloc byte[ScaledDecimal.Longest];
        json.WriteRawValue(text[..ScaledDecimal.Write(scaled, text)], skipInputValidation: true);
    }

    /// <summary>The value as text, for CSV and <c>$value</c>; empty for null.</summary>
    public static string Text(IRow row, int at, DataType type) => row.IsNull(at) ? "" : type switch
    {
        DataType.Text or DataType.Date or DataType.Guid => row.Text(at),
        DataType.Boolean => row.Int64(at) != 0 ? "true" : "false",
        DataType.Decimal => ScaledDecimal.Text(row.Int64(at)),
        DataType.Time => ManifestJson.Time(DateTimeOffset.FromUnixTimeMilliseconds(row.Int64(at))),
        _ => row.Int64(at).ToString(CultureInfo.InvariantCulture),
    };
}
