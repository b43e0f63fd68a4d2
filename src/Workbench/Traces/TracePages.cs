using Revitalization.Contracts.Projects;
using Revitalization.Workbench.Aid;
using Revitalization.Workbench.Funds;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Projects;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Traces;

/// <param name="Back">The page of what is traced.</param>
public sealed record TraceView(MoneyTrace Trace, string Section, Crumb Back, int? Year, bool ByYear);

/// <summary>From money to households (资金追溯): of a partnership, a fund or a project; never with a household's name.</summary>
internal static class TracePages
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/partnerships/{code}/trace", (string code, int? year, Viewer viewer, SiloClient silo, CancellationToken c) => Show(
            Query.Join($"{AidAddress.PartnershipApi(code)}/trace", ("year", year is { } of ? Query.Of(of) : null)), "partnerships", new(AidAddress.Partnership(code), "协作关系"), year, true, viewer, silo, c));
        pages.MapGet("/funds/{fund}/trace", (string fund, Viewer viewer, SiloClient silo, CancellationToken c) =>
            Show($"{FundAddress.ApiOf(fund)}/trace", "funds", new(FundAddress.Of(fund), "资金"), null, false, viewer, silo, c));
        pages.MapGet("/projects/{id}/trace", (string id, Viewer viewer, SiloClient silo, CancellationToken c) =>
            Show($"{ProjectAddress.ApiOf(id)}/trace", "projects", new(ProjectAddress.Of(id), "项目"), null, false, viewer, silo, c));
    }

    private static async Task<IResult> Show(
        string api, string section, Crumb back, int? year, bool byYear, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var trace = await silo.Get<MoneyTrace>(api, cancellation);
        return trace.Value is { } known ? Pages.Show<TracePage, TraceView>(viewer, new(known, section, back, year, byYear)) : Pages.Refused(viewer, trace.Problem!);
    }
}
