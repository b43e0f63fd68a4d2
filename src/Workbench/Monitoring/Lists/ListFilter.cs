using Revitalization.Contracts.Monitoring;

namespace Revitalization.Workbench.Monitoring.Lists;

/// <summary>What a list is filtered by. It stands in the address, so a list can be kept, sent and come back to.</summary>
public sealed record ListFilter(
    string? Region = null, string? Colour = null, string? Severity = null, string? Kind = null, string? Step = null, bool Overdue = false,
    string? Cadre = null, bool Wanted = false, string? Late = null)
{
    public static ListFilter Of(IQueryCollection query) => new(
        Text(query, "region"), Text(query, "colour"), Text(query, "severity"), Text(query, "kind"), Text(query, "step"),
        query["overdue"] == "true", Text(query, "cadre"), query["wanted"] == "true", Text(query, "late"));

    public bool IsEmpty => this with { Region = null } == new ListFilter();

    public string Address(string? cursor = null) => Join("/workbench/monitoring", cursor, null);

    public string Export(string form) => Join($"/workbench/monitoring.{form}", null, null);

    internal string Api(string? cursor, int limit) => Join("/api/monitoring/files", cursor, limit);

    internal string ApiExport(string form) => Join($"/api/monitoring/files.{form}", null, null);

    private string Join(string path, string? cursor, int? limit)
    {
        (string Name, string? Value)[] parts =
        [
            ("region", Region), ("colour", Colour), ("severity", Severity), ("kind", Kind), ("step", Step), ("overdue", Overdue ? "true" : null),
            ("cadre", Cadre), ("wanted", Wanted ? "true" : null), ("late", Late), ("cursor", cursor), ("limit", limit?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
