using System.Collections.Concurrent;
using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>
/// A board is counted once for all who look at it within two seconds: a count of a whole county is dearer than a page of a list, and a
/// morning's hundred viewers need not each have their own. Whoever just wrote is shown a board that counts it.
/// </summary>
public sealed class BoardCache(BoardReader boards, ProjectionService projections, TimeProvider clock)
{
    private const int BoardsMost = 2_000;
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Counted> _counted = new(StringComparer.Ordinal);

    /// <param name="atLeast">Position of the log that must be counted; 0 for any.</param>
    public async Task<MonitoringBoard> Read(string prefix, IReadOnlyList<string> scopes, long atLeast)
    {
        var key = $"{prefix}|{string.Join(',', scopes)}";
        if (!_counted.TryGetValue(key, out var counted) || !IsFresh(counted, atLeast)) counted = Put(key, Count(prefix, scopes));
        try
        {
            return await counted.Board;
        }
        catch
        {
            _counted.TryRemove(KeyValuePair.Create(key, counted)); // The next viewer counts again instead of meeting the same failure.
            throw;
        }
    }

    // Two who count at the same moment do double work, no more: the later one stays.
    private Counted Put(string key, Counted counted)
    {
        if (_counted.Count >= BoardsMost) _counted.Clear();
        return _counted[key] = counted;
    }

    private bool IsFresh(Counted counted, long atLeast) => counted.Position >= atLeast && clock.GetElapsedTime(counted.At) < s_fresh;

    private Counted Count(string prefix, IReadOnlyList<string> scopes)
    {
        var position = projections.Projectors.First(projector => projector.Projection.Name == MonitoringProjection.ProjectionName).Position;
        // Many wait for one count: whoever hangs up does not end it for the others.
        return new(position, clock.GetTimestamp(), boards.Read(prefix, scopes, CancellationToken.None));
    }

    private sealed record Counted(long Position, long At, Task<MonitoringBoard> Board);
}
