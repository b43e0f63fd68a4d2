using System.Globalization;

namespace Revitalization.Workbench.Layout;

/// <summary>An address with what filters it; parts that are not set are left out.</summary>
internal static class Query
{
    public static string Join(string path, params IEnumerable<(string Name, string? Value)> parts)
    {
        var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public static string? Text(this IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    public static int? Year(this IQueryCollection query) =>
        int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);
}
