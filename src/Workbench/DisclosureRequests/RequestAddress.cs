using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.DisclosureRequests;

internal static class RequestAddress
{
    public const string List = "/workbench/disclosure-requests";

    public static string New => $"{List}/new";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    public static string ApiOf(string id) => $"/api/disclosure-requests/{Uri.EscapeDataString(id)}";

    public static string OfState(string? state, string? cursor = null) => Query.Join(List, ("state", state), ("cursor", cursor));
}
