namespace Revitalization.Workbench.Aid;

/// <summary>Addresses of the pages and of the Silo that name a partnership or a report.</summary>
internal static class AidAddress
{
    public static string Partnership(string code) => $"/workbench/partnerships/{Uri.EscapeDataString(code)}";

    public static string PartnershipApi(string code) => $"/api/partnerships/{Uri.EscapeDataString(code)}";

    public static string Report(string code, string id) => $"{Partnership(code)}/reports/{Uri.EscapeDataString(id)}";

    public static string ReportApi(string code, string id) => $"{PartnershipApi(code)}/reports/{Uri.EscapeDataString(id)}";

    public static string Evidence(string code) => $"{Partnership(code)}/evidence";

    public static string EvidenceApi(string code) => $"{PartnershipApi(code)}/evidence";

    public static string Year(string code, int year) => $"{Partnership(code)}/years/{Layout.Query.Of(year)}";

    public static string NewReport(string code) => $"{Partnership(code)}/do/report";
}
