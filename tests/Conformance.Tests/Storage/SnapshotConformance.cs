using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>Snapshots make an activation cheap; they never decide what is true.</summary>
public abstract class SnapshotConformance(Func<Task<StorageLab>> newLab)
{
    [Fact]
    public async Task Loading_reads_the_snapshot_and_only_the_events_after_it()
    {
        await using var lab = await newLab();
        var log = (await lab.Open()).Events;
        await log.Append(Given.Command("household/1", 0, "c1", events: 5));
        await log.SaveSnapshot(Of(version: 4, "four"));
        log = (await lab.Reopen()).Events;

        var (snapshot, events) = await log.Load("household/1", 1);

        snapshot.ShouldNotBeNull();
        (snapshot.Stream, snapshot.Version, snapshot.SchemaVersion).ShouldBe(("household/1", 4, 1));
        snapshot.Data.ToArray().ShouldBe("four"u8.ToArray());
        events.Select(e => e.Version).ShouldBe([5]);
    }

    // A morning's activations come at once and may share their reads: each gets its own history, whole, and nobody else's.
    [Fact]
    public async Task Many_streams_loaded_at_once_are_each_answered_as_if_alone()
    {
        await using var lab = await newLab();
        var log = (await lab.Open()).Events;
        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => log.Append(Given.Command($"household/{n}", 0, $"c{n}", events: n % 7 == 0 ? 450 : 1 + (n % 3)))));
        for (var n = 0; n < 100; n += 5) await log.SaveSnapshot(Of(version: 1, $"snapshot {n}") with { Stream = $"household/{n}", SchemaVersion = 1 + (n % 2) });

        var loaded = await Task.WhenAll(Enumerable.Range(0, 130).Select(n => log.Load($"household/{n}", 1).AsTask()));

        for (var n = 0; n < loaded.Length; n++)
        {
            var (events, hasSnapshot) = (n >= 100 ? 0 : n % 7 == 0 ? 450 : 1 + (n % 3), n < 100 && n % 10 == 0);
            (loaded[n].Snapshot is { } snapshot ? System.Text.Encoding.UTF8.GetString(snapshot.Data.Span) : null).ShouldBe(hasSnapshot ? $"snapshot {n}" : null);
            loaded[n].Events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, events).Skip(hasSnapshot ? 1 : 0).Select(version => (long)version));
            loaded[n].Events.ShouldAllBe(e => e.Stream == $"household/{n}");
        }
    }

    // The state's shape changed with the program: the old snapshot is passed over, never misread.
    [Fact]
    public async Task A_snapshot_of_another_schema_is_ignored_and_may_be_replaced()
    {
        await using var lab = await newLab();
        var log = (await lab.Open()).Events;
        await log.Append(Given.Command("household/1", 0, "c1", events: 3));
        await log.SaveSnapshot(Of(version: 3, "old"));

        var (none, events) = await log.Load("household/1", 2);
        await log.SaveSnapshot(Of(version: 2, "new") with { SchemaVersion = 2 });

        none.ShouldBeNull();
        events.Count.ShouldBe(3);
        (await log.Load("household/1", 2)).Snapshot!.Version.ShouldBe(2);
        (await log.Load("household/1", 1)).Snapshot.ShouldBeNull();
    }

    [Fact]
    public async Task An_older_snapshot_never_replaces_a_newer_one()
    {
        await using var lab = await newLab();
        var log = (await lab.Open()).Events;
        await log.SaveSnapshot(Of(version: 4, "four"));
        await log.SaveSnapshot(Of(version: 3, "three"));
        await log.SaveSnapshot(Of(version: 5, "five"));

        (await log.Load("household/1", 1)).Snapshot!.Version.ShouldBe(5);
    }

    [Fact]
    public async Task A_dropped_snapshot_is_gone()
    {
        await using var lab = await newLab();
        var log = (await lab.Open()).Events;
        await log.SaveSnapshot(Of(version: 4, "four"));

        await log.DropSnapshot("household/1");

        (await log.Load("household/1", 1)).Snapshot.ShouldBeNull();
    }

    [Fact]
    public async Task A_history_longer_than_a_page_loads_whole_and_in_order()
    {
        await using var lab = await newLab();
        var log = (await lab.Open()).Events;
        for (var n = 0; n < 5; n++) await log.Append(Given.Command("household/1", n * 500, $"c{n}", events: 500));
        await log.Append(Given.Command("household/10", 0, "other"));

        var (_, events) = await log.Load("household/1", 1);

        events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 2500).Select(n => (long)n));
        (await log.ReadStream("household/1", 2000, 3)).Select(e => e.Version).ShouldBe([2001, 2002, 2003]);
        (await log.ReadStream("household/none", 0, 3)).ShouldBeEmpty();
    }

    private static Snapshot Of(long version, string state) =>
        new("household/1", version, 1, System.Text.Encoding.UTF8.GetBytes(state));
}
