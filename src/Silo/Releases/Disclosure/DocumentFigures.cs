using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Documents;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>Figures that public documents tell (文中公开的数字), as officers confirmed them: for disclosure control they are published.</summary>
public sealed class DocumentFigures(IGrainFactory grains, DocumentFinder finder, IEventLog log, ProjectionService projections, HiddenFigures hidden, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>In one order, each once.</summary>
    /// <param name="from">Of this year and later.</param>
    public async Task<IReadOnlyList<StatedFigure>> Read(int from, CancellationToken cancellation)
    {
        await projections.WaitFor(await log.Head(cancellation), Patience, cancellation, DocumentProjection.ProjectionName);
        var (stated, today) = (new List<StatedFigure>(), clock.ChinaToday());
        foreach (var id in await finder.WithFigures(cancellation)) stated.AddRange(StatedFigures.Of(await grains.GetGrain<IDocumentGrain>(id).Read(), today));
        return [.. stated.Where(figure => figure.Period.Year >= from).Distinct().OrderBy(figure => figure.Region, StringComparer.Ordinal).ThenBy(figure => figure.Period)
            .ThenBy(figure => figure.Indicator, StringComparer.Ordinal).ThenBy(figure => figure.Value)];
    }

    /// <summary>Whether documents have told, since a release was judged, something that it hides.</summary>
    public async Task<bool> ToldSince(string rowsRoot, HiddenSummary judged, CancellationToken cancellation)
    {
        if (judged.Stated is not { } then) return false; // A proposal from before this was kept.
        var since = (await Read(Period.YearMin, cancellation)).Except(then).ToHashSet();
        if (since.Count == 0) return false;
        await foreach (var figure in hidden.Read(rowsRoot, cancellation))
            if (since.Contains(new(figure.Region, Period.Parse(figure.Period), figure.Indicator, figure.Value))) return true;
        return false;
    }
}
