using Revitalization.Engine.Local.Activations;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine.Local.Calls;

/// <summary>Ends calls that waited too long, saying whether they wait for one another.</summary>
internal sealed class TimeOuts(LocalEngine engine) : IDisposable
{
    private ITimer? _timer;

    public void Start()
    {
        var period = engine.Options.ResponseTimeout / 8;
        if (period > TimeSpan.FromSeconds(1)) period = TimeSpan.FromSeconds(1);
        _timer = engine.Clock.CreateTimer(_ => Sweep(), null, period, period);
    }

    public void Dispose() => _timer?.Dispose();

    /// <summary>All are explained before the first is ended: ending one breaks the cycle the others are in.</summary>
    private void Sweep()
    {
        var late = engine.Pending.SentBefore(engine.Ago(engine.Options.ResponseTimeout));
        if (late.Count == 0) return;
        var waits = new WaitGraph(engine.Pending.Snapshot());
        foreach (var (call, problem) in late.Select(call => (call, Problem(call, waits))).ToList()) call.TimeOut(problem);
    }

    private string Problem(Call call, WaitGraph waits)
    {
        var problem = $"{call.Method.Name} of {call.Target} did not answer in {engine.Options.ResponseTimeout.TotalSeconds} s.";
        return waits.CycleFrom(call.Target) is { } cycle ? $"{problem} Deadlock: {cycle}." : problem;
    }
}

/// <summary>Who waits for whom: a grain that made a call waits for the one it called.</summary>
internal sealed class WaitGraph(IReadOnlyList<Call> pending)
{
    private readonly ILookup<GrainAddress, Call> _madeBy = pending
        .Where(call => call.From is { Answering: not null })
        .ToLookup(call => call.From!.Address);

    /// <summary>The first circle that is reached from this grain, as <c>A/1 → B/2 (IB.Ask) → A/1 (IA.Ask)</c>; null if none.</summary>
    public string? CycleFrom(GrainAddress start)
    {
        var path = new List<(GrainAddress At, string Step)> { (start, start.ToString()) };
        return Walk(path, []) is { } from ? Describe(path, from) : null;
    }

    /// <summary>Where in the path the circle begins; null when every way ends.</summary>
    private int? Walk(List<(GrainAddress At, string Step)> path, HashSet<GrainAddress> seen)
    {
        var at = path[^1].At;
        if (!seen.Add(at)) return null;
        foreach (var call in _madeBy[at])
        {
            var repeated = path.FindIndex(step => step.At == call.Target);
            path.Add((call.Target, $"{call.Target} ({call.Method.Name})"));
            if (repeated >= 0) return repeated;
            if (Walk(path, seen) is { } found) return found;
            path.RemoveAt(path.Count - 1);
        }
        return null;
    }

    private static string Describe(List<(GrainAddress At, string Step)> path, int from) =>
        string.Join(" → ", path.Skip(from).Select((step, index) => index == 0 ? step.At.ToString() : step.Step));
}
