using Microsoft.Extensions.Logging;
using Revitalization.Silo.Outages;
using Revitalization.Storage;

namespace Revitalization.SystemTests.Silo;

public sealed class OutageLogTests
{
    // An hour without the database wrote 3,600 stack traces a loop.
    [Fact]
    public void An_outage_is_told_when_it_begins_now_and_then_and_when_it_is_over()
    {
        using var heard = new HeardLog();
        using var loggers = new LoggerFactory([heard]);
        var clock = new Seconds();
        var outage = new OutageLog(loggers.CreateLogger<OutageLogTests>(), clock, "The loop");

        for (; clock.Now < 3600; clock.Now++) outage.Failed(new StorageFaultException("away"));
        outage.Failed(new TimeoutException("slow"));
        outage.Answered();
        outage.Answered();

        heard.Lines.Count(line => line.Contains("StorageFaultException", StringComparison.Ordinal)).ShouldBe(1);
        heard.Lines.Count(line => line.Contains("still cannot", StringComparison.Ordinal)).ShouldBe(11);
        heard.Lines.Count(line => line.Contains("TimeoutException", StringComparison.Ordinal)).ShouldBe(1, "another cause is told as it comes");
        heard.Lines[^1].ShouldContain("goes on after 3601 failed attempts in 3600 seconds");
        heard.Lines.Count.ShouldBe(14);
    }

    private sealed class Seconds : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Now;
    }
}
