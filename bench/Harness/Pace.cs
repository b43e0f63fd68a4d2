using System.Globalization;

namespace Revitalization.Bench.Harness;

/// <summary>How fast a turn went.</summary>
/// <param name="CallersEach">Of the processor time of each operation that of who asked for it, where it was measured apart.</param>
internal readonly record struct Pace(double PerSecond, TimeSpan? CallersEach)
{
    /// <param name="each">Processor time of an operation in this process, whoever asked for it included.</param>
    public string Cost(TimeSpan each) => string.Create(CultureInfo.InvariantCulture,
        $"{each.TotalMicroseconds:F0} µs of processor each{(CallersEach is { } callers ? string.Create(CultureInfo.InvariantCulture, $", {callers.TotalMicroseconds:F0} of them the callers'") : "")}");
}
