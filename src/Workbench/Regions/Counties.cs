using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Regions;

/// <summary>The county a page is about, and the viewer's others.</summary>
public sealed record CountyPlace(string Code, IReadOnlyList<Choice> All)
{
    public string Name => All.TextOf(Code);
}

/// <summary>Counties a viewer works in: policies, screenings and campaigns are each one county's.</summary>
internal static class Counties
{
    private const int CountyDigits = 6, MostCounties = 20;
    private static readonly Problem NoCounty = new(403, null, "没有管辖的县", "这一页按县办理；您的账号不在任何县内。", null, null);

    public static string PageOf(string county, string section) => $"/workbench/counties/{Uri.EscapeDataString(county)}/{section}";

    public static string ApiOf(string county, string part) => $"/api/counties/{Uri.EscapeDataString(county)}/{part}";

    /// <summary>The bare address of a section leads to the viewer's first county.</summary>
    public static void MapFirst(RouteGroupBuilder pages, string section) => pages.MapGet($"/{section}", (Viewer viewer) =>
        Codes(viewer) is [var first, ..] ? Pages.SeeOther(PageOf(first, section)) : Pages.Refused(viewer, NoCounty));

    public static async Task<CountyPlace> Of(SiloClient silo, Viewer viewer, string county, CancellationToken cancellation)
    {
        var all = new List<Choice>();
        foreach (var code in Codes(viewer)) all.Add(new(code, await RegionNames.Of(silo, code, cancellation)));
        return new(county, all);
    }

    private static string[] Codes(Viewer viewer) =>
        [.. viewer.Regions.Where(region => region.Length >= CountyDigits).Select(region => region[..CountyDigits]).Distinct(StringComparer.Ordinal).Take(MostCounties)];
}
