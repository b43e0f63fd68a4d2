using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Projects;

internal static class ProjectAddress
{
    public const string List = "/workbench/projects";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string ApiOf(string id) => $"/api/projects/{Uri.EscapeDataString(id)}";

    public static string EvidenceApi(string id) => $"{ApiOf(id)}/evidence";

    public static string OfPartnership(string code) => Query.Join(List, ("partnership", code));
}
