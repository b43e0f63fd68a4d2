using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Boards, counted once for all who look at the same one within two seconds.</summary>
public sealed class BoardCache(BoardReader boards, ProjectionService projections, TimeProvider clock)
{
    private readonly SharedCount<MonitoringBoard> _counted = new(projections, clock, untilWritten: false);

    /// <param name="atLeast">Position of the log that must be counted; 0 for any.</param>
    public Task<MonitoringBoard> Read(string prefix, IReadOnlyList<string> scopes, long atLeast) =>
        _counted.Read($"{prefix}|{string.Join(',', scopes)}", atLeast, () => boards.Read(prefix, scopes, CancellationToken.None));
}
