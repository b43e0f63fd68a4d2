using Orleans;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine.Local.Activations;

/// <summary>
/// Ends idle grains: those idle for the age that is set; and, while there are more than the bound or memory runs short, the
/// longest idle ones whatever their age.
/// </summary>
internal sealed class Evictions(LocalEngine engine) : IDisposable
{
    /// <summary>Trimming goes a tenth below the bound, so that not every new grain above it starts a scan.</summary>
    private const int SlackPart = 10;

    /// <summary>Of the grains there are, how many go at once when memory is short.</summary>
    private const int ShortagePart = 4;

    private ITimer? _timer;
    private int _trimming;

    public void Start() =>
        _timer = engine.Clock.CreateTimer(_ => Scan(), null, engine.Options.IdleScan, engine.Options.IdleScan);

    public void Dispose() => _timer?.Dispose();

    /// <summary>Told of every new activation.</summary>
    public void Arrived(int count)
    {
        if (count <= engine.Options.MaxActivations || Interlocked.Exchange(ref _trimming, 1) == 1) return;
        ThreadPool.UnsafeQueueUserWorkItem(static evictions => evictions.TrimToBound(), this, preferLocal: false);
    }

    /// <summary>Completes when all that were idle since then are gone.</summary>
    public Task Evict(long usedBefore)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ActivationIdle, "No call for some time.");
        return Task.WhenAll(engine.Directory.All
            .Where(activation => activation.IsIdleSince(usedBefore))
            .Select(activation => activation.LeaveIfIdle(usedBefore, reason)).ToList());
    }

    private void Scan()
    {
        _ = Evict(engine.Ago(engine.Options.IdleAge));
        if (Interlocked.Exchange(ref _trimming, 1) == 0) TrimToBound();
    }

    private void TrimToBound()
    {
        var (count, bound) = (engine.Directory.Count, engine.Options.MaxActivations);
        if (MemoryIsShort()) Trim(count / ShortagePart, DeactivationReasonCode.HighMemoryPressure, "memory is short");
        else if (count > bound) Trim(count - bound + (bound / SlackPart), DeactivationReasonCode.ActivationIdle, "more grains than the bound");
        Volatile.Write(ref _trimming, 0);
    }

    private void Trim(int excess, DeactivationReasonCode code, string text)
    {
        var now = engine.Now;
        var idle = engine.Directory.All.Where(activation => activation.IsIdleSince(now)).ToArray();
        Array.Sort(Array.ConvertAll(idle, activation => activation.LastUsed), idle);
        var reason = new DeactivationReason(code, text);
        foreach (var activation in idle.Take(excess)) _ = activation.LeaveIfIdle(now, reason);
        Log.Evicted(engine.Logger, Math.Min(excess, idle.Length), text);
    }

    private bool MemoryIsShort()
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        return GC.GetTotalMemory(forceFullCollection: false) > available / 100 * engine.Options.MaxMemoryPercent;
    }
}
