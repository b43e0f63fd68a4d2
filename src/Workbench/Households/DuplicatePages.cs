using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Households;

internal static class DuplicatePages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/duplicates", Show);

    private static async Task<IResult> Show(string? cursor, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var next = cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";
        var found = await silo.Get<Page<DuplicatePerson>>($"/api/duplicates?limit=50{next}", cancellation);
        return found.Problem is { } problem
            ? Pages.Refused(viewer, problem)
            : Pages.Show<DuplicatePage, Page<DuplicatePerson>>(viewer, found.Value!);
    }
}
