using Revitalization.Contracts.Regions;
using Revitalization.Contracts.Villages;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Start;

internal static class RegionNames
{
    private const int VillageDigits = 12, CountyDigits = 6;

    /// <summary>A scope is the beginning of a code; to county, codes are filled up with zeros. The code stands in where there is no name.</summary>
    public static async Task<string> Of(SiloClient silo, string prefix, CancellationToken cancellation)
    {
        if (prefix.Length == VillageDigits)
        {
            var village = await silo.Get<VillageView>($"/api/villages/{prefix}", cancellation);
            return village.Value is { } known ? $"{known.RegionName}{known.Name}" : prefix;
        }

        var code = prefix.Length < CountyDigits ? prefix.PadRight(CountyDigits, '0') : prefix;
        return (await silo.Get<RegionView>($"/api/regions/{code}", cancellation)).Value?.FullName ?? prefix;
    }
}
