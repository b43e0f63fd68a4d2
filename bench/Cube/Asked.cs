using System.Diagnostics;
using Revitalization.Bench.Harness;

namespace Revitalization.Bench.Cube;

/// <summary>The same callers for everybody: as many kept connections, requests made beforehand.</summary>
internal static class Asked
{
    public const int Connections = 32;

    /// <summary>Answers a second, the requests in turn.</summary>
    public static async Task<double> PerSecond(Uri address, IReadOnlyList<byte[]> requests, TimeSpan time, int status = 200)
    {
        var callers = new LoadClient[Connections];
        for (var n = 0; n < callers.Length; n++) callers[n] = await LoadClient.To(address);
        async Task Ask(int client, int n) => (await callers[client % Connections].Send(requests[((client * 31) + n) % requests.Count])).Expect(status);
        await Measure.WarmUp(Connections, (_, client, n) => Ask(client, n)); // And the peer's, for no less than three seconds.
        var rate = await Measure.PerSecond(Connections, time, Ask);
        foreach (var caller in callers) caller.Dispose();
        return rate;
    }

    /// <summary>Milliseconds of one answer, the middle of several after one that does not count.</summary>
    public static async Task<double> Milliseconds(Uri address, byte[] request, int times = 5)
    {
        using var caller = await LoadClient.To(address);
        (await caller.Send(request)).Expect(200);
        var taken = new List<double>();
        for (var n = 0; n < times; n++)
        {
            var started = Stopwatch.GetTimestamp();
            (await caller.Send(request)).Expect(200);
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return taken.Order().ElementAt(times / 2);
    }

    /// <summary>A download: how long, when its first byte came, and by how much the process grew at most meanwhile.</summary>
    public static async Task<(TimeSpan Whole, double FirstByteMs, double GrownMb)> Download(Uri address, byte[] request)
    {
        using var caller = await LoadClient.To(address);
        GC.Collect();
        var (started, first, before, most) = (Stopwatch.GetTimestamp(), 0.0, Environment.WorkingSet, 0L);
        var chunks = 0;
        (await caller.Send(request, _ =>
        {
            if (chunks++ == 0) first = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (chunks % 256 == 0) most = Math.Max(most, Environment.WorkingSet - before);
        })).Expect(200);
        return (Stopwatch.GetElapsedTime(started), first, Math.Max(most, Environment.WorkingSet - before) / 1e6);
    }
}
