using System.Globalization;

namespace Revitalization.Bench.Harness;

/// <summary>What the calling thread has had of the processor, the system's work for it included; Linux counts it in nanoseconds.</summary>
internal static class ThreadProcessor
{
    public static TimeSpan Used()
    {
        var counted = File.ReadAllText("/proc/thread-self/schedstat");
        return TimeSpan.FromMicroseconds(long.Parse(counted.AsSpan(0, counted.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture) / 1_000.0);
    }
}
