using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Projects;

/// <summary>What a list of projects is filtered by. It stands in the address, so a list can be kept, sent and come back to.</summary>
public sealed record ProjectFilter(
    string? Region = null, string? Stage = null, int? Year = null, string? Category = null, string? Partnership = null, bool Overdue = false)
{
    public static ProjectFilter Of(IQueryCollection query) => new(
        query.Text("region"), query.Text("stage"), query.Year(), query.Text("category"), query.Text("partnership"), query["overdue"] == "true");

    public string Address(string? cursor = null) => Join(ProjectAddress.List, cursor, null, null);

    public string Export => Join($"{ProjectAddress.List}.xlsx", null, null, null);

    internal string Api(string? cursor, int limit, string? after) => Join("/api/projects", cursor, limit, after);

    internal string ApiExport => Join("/api/projects.xlsx", null, null, null);

    private string Join(string path, string? cursor, int? limit, string? after) => Query.Join(path,
        ("region", Region), ("stage", Stage), ("year", Year is { } year ? Query.Of(year) : null), ("category", Category), ("partnership", Partnership),
        ("overdue", Overdue ? "true" : null), ("cursor", cursor), ("limit", limit is { } most ? Query.Of(most) : null), ("after", after));
}
