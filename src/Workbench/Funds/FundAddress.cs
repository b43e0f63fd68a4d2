namespace Revitalization.Workbench.Funds;

internal static class FundAddress
{
    public const string List = "/workbench/funds";

    public static string Of(string fund) => $"{List}/{Uri.EscapeDataString(fund)}";

    public static string ApiOf(string fund) => $"/api/funds/{Uri.EscapeDataString(fund)}";
}
