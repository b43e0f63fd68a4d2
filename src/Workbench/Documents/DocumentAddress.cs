using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Documents;

internal static class DocumentAddress
{
    public const string List = "/workbench/documents";

    public static string File => $"{List}/file";

    public static string New => $"{List}/new";

    public static string Report(int year) => $"{List}/report?year={Query.Of(year)}";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string ApiOf(string id) => $"/api/documents/{Uri.EscapeDataString(id)}";

    public static string OfStage(string? stage, string? cursor = null) => Query.Join(List, ("stage", stage), ("cursor", cursor));
}
