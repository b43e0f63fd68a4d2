using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Households;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Monitoring.Explain;

public sealed record ExplainPageView(MonitoringExplanation Explanation, DateOnly Today);

/// <summary>Why a household stands where it stands, on any day and as known on any day (为什么).</summary>
internal static class ExplainPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/households/{id}/explain", Show);

    private static async Task<IResult> Show(
        string id, DateOnly? on, DateOnly? knownOn, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var today = Figures.ChinaToday(clock);
        var explanation = await silo.Get<MonitoringExplanation>(
            $"{HouseholdApi.Of(id)}/explain?on={Figures.Day(on ?? today)}&knownOn={Figures.Day(knownOn ?? today)}", cancellation);
        return explanation.Value is { } known
            ? Pages.Show<ExplainPage, ExplainPageView>(viewer, new(known, today))
            : Pages.Refused(viewer, explanation.Problem!);
    }
}
