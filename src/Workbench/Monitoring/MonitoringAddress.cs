using Revitalization.Workbench.Households;

namespace Revitalization.Workbench.Monitoring;

/// <summary>Addresses of the pages and of the Silo that name a household's monitoring file.</summary>
internal static class MonitoringAddress
{
    public static string PageOf(string household, string? done = null) =>
        $"{HouseholdPages.PageOf(household)}/monitoring{(done is null ? "" : $"?done={Uri.EscapeDataString(done)}")}";

    /// <param name="subject">What the act is about: a measure, an objection, <c>visits/…</c> for a withdrawal.</param>
    public static string FormOf(string household, string act, string? subject = null, string? back = null)
    {
        var query = new List<string>();
        if (!string.IsNullOrEmpty(subject)) query.Add($"subject={Uri.EscapeDataString(subject)}");
        if (back is not null) query.Add($"back={Uri.EscapeDataString(back)}");
        return $"{PageOf(household)}/{Uri.EscapeDataString(act)}{(query.Count == 0 ? "" : $"?{string.Join('&', query)}")}";
    }

    public static string EvidenceOf(string household) => $"{HouseholdPages.PageOf(household)}/evidence";

    public static string EvidenceApiOf(string household) => $"{HouseholdApi.Of(household)}/evidence";

    public static string ExplainOf(string household) => $"{HouseholdPages.PageOf(household)}/explain";

    public static string ApiOf(string household) => $"{HouseholdApi.Of(household)}/monitoring";
}
