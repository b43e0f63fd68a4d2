using System.Collections.Concurrent;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>
/// A count made once for all who look within two seconds: to count a whole county is dearer than a page of a list, and a morning's hundred
/// viewers need not each have their own. Whoever just wrote is shown a count that knows it.
/// </summary>
/// <param name="untilWritten">Whether the first write to the tables ends it: right to the last act, and counted anew after each.</param>
public sealed class SharedCount<T>(ProjectionService projections, TimeProvider clock, bool untilWritten)
{
    private const int CountsMost = 2_000;
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Counted> _counted = new(StringComparer.Ordinal);
    private readonly Lazy<Projector> _projector = new(() => projections.Projectors.First(projector => projector.Projection.Name == MonitoringProjection.ProjectionName));

    /// <param name="key">What is counted, for whom.</param>
    /// <param name="atLeast">Position of the log that must be counted; 0 for any.</param>
    /// <param name="count">Many wait for one count: whoever hangs up must not end it for the others.</param>
    public async Task<T> Read(string key, long atLeast, Func<Task<T>> count)
    {
        if (_counted.Count >= CountsMost) _counted.Clear();
        var counted = _counted.AddOrUpdate(key, _ => Anew(count), (_, known) => IsFresh(known, atLeast) ? known : Anew(count));
        try
        {
            return await counted.Value.Value;
        }
        catch
        {
            _counted.TryRemove(KeyValuePair.Create(key, counted)); // The next viewer counts again instead of meeting the same failure.
            throw;
        }
    }

    // Begun by the one that is kept, on a thread of its own: SQLite answers without ever waiting, so whoever counted in place would have put
    // up his count when it was done, and all who came meanwhile would have counted too.
    private Counted Anew(Func<Task<T>> count) => new(_projector.Value.Position, _projector.Value.Written, clock.GetTimestamp(), new(() => Task.Run(count)));

    private bool IsFresh(Counted counted, long atLeast) => counted.Position >= atLeast
        && (!untilWritten || counted.Written == _projector.Value.Written) && clock.GetElapsedTime(counted.At) < s_fresh;

    private sealed record Counted(long Position, long Written, long At, Lazy<Task<T>> Value);
}
