using Revitalization.Contracts.Aid;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Boards;

/// <param name="Due">Checks that are due and not made.</param>
public sealed record AidBoardView(AidBoard Board, string? Partnership, IReadOnlyList<Choice> Partnerships, IReadOnlyList<AidCheckDue> Due, DateOnly Today);

/// <summary>The board of aid (协作看板): plan against delivered, what nobody answered, what is late or over the plan. Both sides see the same.</summary>
internal static class AidBoardPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/aid", Show);

    internal static string Address(string? partnership, int? year) =>
        Query.Join("/workbench/aid", ("partnership", partnership), ("year", year is { } of ? Query.Of(of) : null));

    private static async Task<IResult> Show(string? partnership, int? year, Viewer viewer, SiloClient silo, TimeProvider clock, CancellationToken cancellation)
    {
        var board = await silo.Get<AidBoard>(
            Query.Join("/api/aid/board", ("partnership", partnership), ("year", year is { } of ? Query.Of(of) : null)), cancellation);
        if (board.Value is not { } known) return Pages.Refused(viewer, board.Problem!);
        var due = viewer.IsCounty ? await silo.Get<IReadOnlyList<AidCheckDue>>("/api/aid/checks/due", cancellation) : default;
        return Pages.Show<AidBoardPage, AidBoardView>(viewer, new(
            known, partnership, await PartnershipNames.Choices(silo, cancellation), due.Value ?? [], Figures.ChinaToday(clock)));
    }
}
