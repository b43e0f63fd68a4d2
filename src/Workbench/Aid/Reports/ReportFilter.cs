using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Aid.Reports;

/// <summary>What a list of reports is filtered by. It stands in the address, so a list can be kept, sent and come back to.</summary>
public sealed record ReportFilter(
    string? Partnership = null, string? Region = null, int? Year = null, string? State = null, string? Field = null, string? Form = null, bool Silent = false, bool Shared = false)
{
    public static ReportFilter Of(IQueryCollection query) => new(
        query.Text("partnership"), query.Text("region"), query.Year(), query.Text("state"), query.Text("field"), query.Text("form"),
        query["silent"] == "true", query["shared"] == "true");

    public bool IsEmpty => this with { State = null } == new ReportFilter();

    public string Address(string? cursor = null) => Join("/workbench/reports", cursor, null, null);

    public string Export => Join("/workbench/reports.xlsx", null, null, null);

    internal string Api(string? cursor, int limit, string? after) => Join("/api/aid/reports", cursor, limit, after);

    internal string ApiExport => Join("/api/aid/reports.xlsx", null, null, null);

    internal string ApiCounts => (this with { State = null }).Join("/api/aid/reports/counts", null, null, null);

    private string Join(string path, string? cursor, int? limit, string? after) => Query.Join(path,
        ("partnership", Partnership), ("region", Region), ("year", Year is { } year ? Query.Of(year) : null), ("state", State), ("field", Field), ("form", Form),
        ("silent", Silent ? "true" : null), ("shared", Shared ? "true" : null), ("cursor", cursor), ("limit", limit is { } most ? Query.Of(most) : null), ("after", after));
}
