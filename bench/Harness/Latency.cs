using System.Diagnostics;

namespace Revitalization.Bench.Harness;

/// <summary>How long single operations took under load, and how many there were.</summary>
public sealed record Latency(double PerSecond, double P50Ms, double P95Ms, double P99Ms)
{
    /// <summary>A closed loop: each client starts its next operation when the last one completed.</summary>
    /// <param name="operation">Client number and count of its operations so far; called once before, as one client more.</param>
    public static async Task<Latency> Of(int clients, TimeSpan time, Func<int, int, Task> operation)
    {
        // One list a client, the last for the call before the clock starts, which does not count.
        var taken = Enumerable.Range(0, clients + 1).Select(_ => new List<double>()).ToArray();
        var rate = await Measure.PerSecond(clients, time, async (client, n) =>
        {
            var started = Stopwatch.GetTimestamp();
            await operation(client, n);
            taken[client].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
        List<double> ordered = [.. taken.Take(clients).SelectMany(each => each).Order()];
        return new(rate, At(ordered, 50), At(ordered, 95), At(ordered, 99));
    }

    private static double At(List<double> ordered, int percent) => ordered[Math.Min(ordered.Count - 1, ordered.Count * percent / 100)];
}
