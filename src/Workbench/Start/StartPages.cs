using Revitalization.Contracts.Imports;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Regions;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Start;

/// <param name="Regions">The viewer's regions by name; a code where the name could not be read.</param>
/// <param name="LastImport">Null where there is none or the role imports nothing.</param>
public sealed record StartView(IReadOnlyList<string> Regions, ImportProgress? LastImport);

/// <summary>The start page (我的工作台): what this role can do, where, and how fresh the register is.</summary>
internal static class StartPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/", Show);

    private static async Task<IResult> Show(Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var regions = (await RegionNames.Of(silo, viewer, cancellation)).Select(region => region.Text).ToList();
        var imports = viewer.Imports ? (await silo.Get<ImportPage>("/api/imports", cancellation)).Value : null;
        return Pages.Show<StartPage, StartView>(viewer, new(regions, imports is { Items: [var latest, ..] } ? latest : null));
    }
}
