using System.Diagnostics;
using Revitalization.Portal.OData.Sql;

namespace Revitalization.Portal.Cube.Scanning;

/// <summary>Stops a query that its caller left or that runs too long, with SQL's own words. It is asked at every region, so no timer is set for it.</summary>
internal sealed class Deadline(TimeSpan most, CancellationToken caller)
{
    private readonly long _started = Stopwatch.GetTimestamp();

    public void Check()
    {
        if (caller.IsCancellationRequested || (most != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(_started) > most)) throw SqlFaults.Stopped(caller);
    }
}
