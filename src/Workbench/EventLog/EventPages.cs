using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.EventLog;

/// <param name="After">The position that was asked for; the page shows what follows it.</param>
public sealed record EventView(long After, Page<HistoryEntry> Events);

/// <summary>The auditor's page: the log itself, personal fields masked.</summary>
internal static class EventPages
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/events", Show);

    private static async Task<IResult> Show(long? after, Viewer viewer, SiloClient silo, CancellationToken cancellation)
    {
        var from = Math.Max(after ?? 0, 0);
        var events = await silo.Get<Page<HistoryEntry>>(string.Create(CultureInfo.InvariantCulture, $"/api/events?after={from}&limit=100"), cancellation);
        return events.Problem is { } problem
            ? Pages.Refused(viewer, problem)
            : Pages.Show<EventPage, EventView>(viewer, new(from, events.Value!));
    }
}
