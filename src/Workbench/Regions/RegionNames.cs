using Revitalization.Contracts.Regions;
using Revitalization.Contracts.Villages;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Regions;

internal static class RegionNames
{
    private const int VillageDigits = 12, CountyDigits = 6, MostRegions = 20;

    /// <summary>The viewer's own regions, to choose from.</summary>
    public static async Task<IReadOnlyList<Choice>> Of(SiloClient silo, Viewer viewer, CancellationToken cancellation)
    {
        var choices = new List<Choice>();
        foreach (var region in viewer.Regions.Take(MostRegions)) choices.Add(new Choice(region, await Of(silo, region, cancellation)));
        return choices;
    }

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
