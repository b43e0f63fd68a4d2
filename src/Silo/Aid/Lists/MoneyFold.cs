using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>
/// Funds and projects as rows, in the order of the log: rows that only come into being are staged, a statement that changes earlier ones waits until
/// they stand there. Which report's money it was is told once at the end of a batch, for funds in which money moved.
/// </summary>
internal sealed class MoneyFold(ProjectionBatch batch)
{
    private readonly StagedRows _staged = new();
    private readonly SortedSet<string> _moved = new(StringComparer.Ordinal);

    public async Task Apply(IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var funds = new FundFold(batch, _staged, _moved);
        var projects = new ProjectFold(batch, _staged, _moved);
        await projects.Load([.. events.Select(stored => AidProjection.Key(stored, "project/")).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        foreach (var stored in events)
        {
            if (AidProjection.Key(stored, "fund/") is { } fund)
                await AidProjection.Guard(stored, () => funds.Apply(fund, AidProjection.Read<FundEvent>(stored), stored.Version, cancellation));
            else if (AidProjection.Key(stored, "project/") is { } project)
                await AidProjection.Guard(stored, () => projects.Apply(project, AidProjection.Read<ProjectEvent>(stored), stored.Version, cancellation));
        }
        projects.Stage();
        await _staged.Write(batch, cancellation);
        await projects.WritePaid(cancellation);
        foreach (var fund in _moved) await FundShares.Rewrite(fund, batch, cancellation);
    }
}
