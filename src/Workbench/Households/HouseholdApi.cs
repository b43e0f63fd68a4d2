namespace Revitalization.Workbench.Households;

/// <summary>Addresses of the Silo that name a household.</summary>
internal static class HouseholdApi
{
    public static string Of(string household) => $"/api/households/{Uri.EscapeDataString(household)}";

    public static string Of(string household, string part, string id) => $"{Of(household)}/{part}/{Uri.EscapeDataString(id)}";
}
