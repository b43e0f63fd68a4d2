namespace Revitalization.Workbench.Assets;

/// <summary><c>/workbench/assets/</c> is where the pages' own files lie, so the register stands beside it.</summary>
internal static class AssetAddress
{
    public const string List = "/workbench/asset-register";

    public static string Of(string asset) => $"{List}/{Uri.EscapeDataString(asset)}";

    public static string ApiOf(string asset) => $"/api/assets/{Uri.EscapeDataString(asset)}";
}
