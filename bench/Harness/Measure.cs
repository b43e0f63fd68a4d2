using System.Diagnostics;
using System.Runtime;

namespace Revitalization.Bench.Harness;

/// <summary>How things are timed.</summary>
public static class Measure
{
    /// <summary>Operations a second of a closed loop: each client starts its next operation when the last one completed.</summary>
    /// <param name="operation">Client number and count of its operations so far; called once before, as one client more.</param>
    public static async Task<double> PerSecond(int clients, TimeSpan time, Func<int, int, Task> operation)
    {
        await operation(clients, 0); // Compiled and connected before the clock starts.
        long done = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var n = 0; Stopwatch.GetElapsedTime(started) < time; n++)
            {
                await operation(client, n);
                Interlocked.Increment(ref done);
            }
        })));
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Until the compiler has had little to do for three seconds: a service runs for weeks, not for its first seconds.</summary>
    /// <param name="operation">Turn from 1, client number and count of its operations in the turn.</param>
    public static Task WarmUp(int clients, Func<int, int, int, Task> operation) =>
        WarmUp((turn, time) => PerSecond(clients, time, (client, n) => operation(turn, client, n)));

    /// <param name="run">Turn from 1, and how long it may take.</param>
    public static async Task WarmUp(Func<int, TimeSpan, Task> run)
    {
        for (var (turn, quiet) = (1, 0); turn <= 30 && quiet < 3; turn++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            await run(turn, TimeSpan.FromSeconds(1));
            quiet = JitInfo.GetCompiledMethodCount() - compiled < 20 ? quiet + 1 : 0;
        }
    }

    /// <summary>Rows a second of a loop whose every turn writes several.</summary>
    public static double PerSecond(TimeSpan time, int rows, Action<int> turn)
    {
        var turns = 0;
        turn(turns++); // Compiled and connected before the clock starts.
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time) turn(turns++);
        return (double)rows * (turns - 1) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
