using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>Many writers in two silos, read by projections that must miss nothing.</summary>
public abstract class ConcurrencyConformance(Func<Task<StorageLab>> newLab)
{
    private const int Writers = 32;
    private const int CommandsPerWriter = 40;
    private const int Total = Writers * CommandsPerWriter;

    [Fact]
    public async Task A_reader_beside_the_writers_of_two_silos_misses_nothing_and_sees_seq_only_ascend()
    {
        await using var lab = await newLab();
        var silos = new[] { await lab.Open(), await lab.Open() };
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        var reading = Task.WhenAll(silos.Select(silo => Task.Run(() => Follow(silo.Events, timeout.Token))));
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(
            writer => Task.Run(() => Write(silos[writer % 2].Events, writer))));
        var seen = await reading;

        var stored = await LogInvariants.Check(silos[0].Events);
        foreach (var followed in seen)
            followed.Select(e => (e.Seq, e.CommandId)).ShouldBe(stored.Select(e => (e.Seq, e.CommandId)));
    }

    // Two silos believe they own the household: each decides on what it saw, and one of the two is told to look again.
    [Fact]
    public async Task Of_two_silos_deciding_on_one_stream_each_version_is_won_once()
    {
        await using var lab = await newLab();
        var silos = new[] { await lab.Open(), await lab.Open() };

        for (var version = 0; version < 20; version++)
        {
            var results = await Task.WhenAll(silos.Select((silo, n) => Task.Run(
                () => silo.Events.Append(Given.Command("household/1", version, $"c{version}-{n}")))));
            results.Select(result => result.Status).Order().ShouldBe([AppendStatus.Appended, AppendStatus.VersionConflict]);
        }

        (await LogInvariants.Check(silos[1].Events)).Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_waiting_reader_is_woken_by_its_own_silo_and_by_another()
    {
        await using var lab = await newLab();
        var (mine, other) = ((await lab.Open()).Events, (await lab.Open()).Events);

        var waiting = mine.WaitForEvents(0, TimeSpan.FromSeconds(30)).AsTask();
        waiting.IsCompleted.ShouldBeFalse();
        await mine.Append(Given.Command("household/1", 0, "c1"));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));

        waiting = mine.WaitForEvents(1, TimeSpan.FromSeconds(30)).AsTask();
        await other.Append(Given.Command("household/1", 1, "c2"));
        await waiting.WaitAsync(TimeSpan.FromSeconds(10));
        (await mine.Head()).ShouldBe(2);
    }

    [Fact]
    public async Task A_waiting_reader_gives_up_at_its_time_or_when_told()
    {
        await using var lab = await newLab();
        var log = (await lab.Open()).Events;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await log.WaitForEvents(0, TimeSpan.FromMilliseconds(50));
        await Should.ThrowAsync<OperationCanceledException>(() => log.WaitForEvents(0, TimeSpan.FromMinutes(1), stop.Token).AsTask());
        (await log.Head()).ShouldBe(0);
    }

    private static async Task Write(IEventLog log, int writer)
    {
        for (var n = 0; n < CommandsPerWriter; n++)
        {
            var result = await log.Append(Given.Command($"household/{writer}", n, $"c{writer}-{n}"));
            result.Status.ShouldBe(AppendStatus.Appended);
        }
    }

    private static async Task<List<StoredEvent>> Follow(IEventLog log, CancellationToken cancellation)
    {
        var seen = new List<StoredEvent>();
        while (seen.Count < Total)
        {
            var after = seen.LastOrDefault()?.Seq ?? 0;
            await log.WaitForEvents(after, TimeSpan.FromSeconds(5), cancellation);
            seen.AddRange(await log.Read(after, 7, cancellation));
        }

        return seen;
    }
}
