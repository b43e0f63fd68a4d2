using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>What every event log promises, whatever database keeps it.</summary>
public abstract class EventLogConformance(Func<Task<StorageLab>> newLab) : IAsyncLifetime
{
    private StorageLab Lab { get; set; } = null!;

    public async ValueTask InitializeAsync() => Lab = await newLab();

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_recorded_fact_reads_back_as_it_was_sent()
    {
        var log = (await Lab.Open()).Events;

        var result = await log.Append(Given.Command("household/1", 0, "c1", events: 2));

        result.Status.ShouldBe(AppendStatus.Appended);
        result.Outcome.ShouldBe(new CommandOutcome("c1", "content", "household/1", 2, 2, Given.Morning));
        var events = await log.Read(0, 10);
        events.Select(e => (e.Seq, e.Stream, e.Version, e.Type, e.SchemaVersion, e.Actor, e.At, e.CommandId)).ShouldBe([
            (1, "household/1", 1, "household.registered", 1, "monitor", Given.Morning, "c1"),
            (2, "household/1", 2, "household.registered", 1, "monitor", Given.Morning, "c1")]);
        events[1].Data.ToArray().ShouldBe(Given.Event("c1/2").Data.ToArray());
    }

    [Fact]
    public async Task Chinese_names_and_empty_data_survive()
    {
        var log = (await Lab.Open()).Events;
        var facts = new NewEvent[] { new("户籍.登记", 1, "{\"村\":\"太平场村\"}"u8.ToArray()), new("marked", 1, default) };

        await log.Append(new AppendRequest("村/太平场", 0, facts, "命令-1", "摘要", "监测员", Given.Morning));

        var events = await log.ReadStream("村/太平场", 0, 10);
        events.Select(e => (e.Type, e.Actor, e.CommandId)).ShouldBe([("户籍.登记", "监测员", "命令-1"), ("marked", "监测员", "命令-1")]);
        events[0].Data.ToArray().ShouldBe("{\"村\":\"太平场村\"}"u8.ToArray());
        events[1].Data.Length.ShouldBe(0);
    }

    // The village lost its connection and sends again: it must get the receipt it would have got.
    [Fact]
    public async Task A_repeated_command_gets_the_first_receipt_even_after_a_restart()
    {
        var first = await (await Lab.Open()).Events.Append(Given.Command("household/1", 0, "c1"));
        var log = (await Lab.Reopen()).Events;

        var again = await log.Append(Given.Command("household/1", 0, "c1"));

        again.ShouldBe(first with { Status = AppendStatus.Repeated });
        (await log.FindCommand("c1")).ShouldBe(first.Outcome);
        (await log.Head()).ShouldBe(1);
    }

    [Fact]
    public async Task A_command_id_sent_with_other_content_is_refused_and_changes_nothing()
    {
        var log = (await Lab.Open()).Events;
        await log.Append(Given.Command("household/1", 0, "c1"));

        var other = await log.Append(Given.Command("household/1", 1, "c1", content: "other"));

        other.ShouldBe(new AppendResult(AppendStatus.CommandIdReused, null));
        (await log.Head()).ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_decision_on_another_version_than_the_newest_conflicts(long expected)
    {
        var log = (await Lab.Open()).Events;
        await log.Append(Given.Command("household/1", 0, "c1", events: 2));

        (await log.Append(Given.Command("household/1", expected, "c2"))).Status.ShouldBe(AppendStatus.VersionConflict);

        (await log.FindCommand("c2")).ShouldBeNull();
        (await log.Append(Given.Command("household/1", 2, "c2"))).Status.ShouldBe(AppendStatus.Appended);
    }

    [Fact]
    public async Task An_accepted_command_that_changed_nothing_is_remembered()
    {
        var log = (await Lab.Open()).Events;
        await log.Append(Given.Command("household/1", 0, "c1"));

        var nothing = await log.Append(Given.Command("household/1", 1, "c2", events: 0));

        nothing.Outcome.ShouldBe(new CommandOutcome("c2", "content", "household/1", 1, 1, Given.Morning));
        (await log.Append(Given.Command("household/1", 1, "c2", events: 0))).Status.ShouldBe(AppendStatus.Repeated);
    }

    // Neighbours in a transaction are strangers to each other: one's conflict is not the others' business.
    [Fact]
    public async Task In_one_batch_a_conflict_and_a_repeat_are_answered_alone()
    {
        using var gate = new GateSeam();
        var log = (await Lab.Open(gate)).Events;
        Func<Task<AppendResult>> Send(AppendRequest request) => () => log.Append(request);

        var results = await gate.InOneBatch(
            () => log.Append(Given.Command("decoy", 0, "decoy")),
            Send(Given.Command("household/1", 0, "a")),
            Send(Given.Command("household/1", 0, "b")),
            Send(Given.Command("household/2", 7, "c")),
            Send(Given.Command("household/1", 1, "d")),
            Send(Given.Command("household/1", 0, "a")),
            Send(Given.Command("household/1", 0, "a", content: "other")),
            Send(Given.Command("household/2", 0, "e")));

        results.Select(result => result.Status).ShouldBe([
            AppendStatus.Appended, AppendStatus.VersionConflict, AppendStatus.VersionConflict, AppendStatus.Appended,
            AppendStatus.Repeated, AppendStatus.CommandIdReused, AppendStatus.Appended]);
        results[4].Outcome.ShouldBe(results[0].Outcome);
        (await log.Read(0, 10)).Select(e => e.CommandId).ShouldBe(["decoy", "a", "d", "e"]);
    }

    // A refused attempt is not remembered: the same id may come again, mended.
    [Fact]
    public async Task A_command_that_conflicted_may_be_sent_again_with_the_same_id()
    {
        using var gate = new GateSeam();
        var log = (await Lab.Open(gate)).Events;

        var results = await gate.InOneBatch(
            () => log.Append(Given.Command("decoy", 0, "decoy")),
            () => log.Append(Given.Command("household/1", 5, "a")),
            () => log.Append(Given.Command("household/1", 0, "a")));

        results.Select(result => result.Status).ShouldBe([AppendStatus.VersionConflict, AppendStatus.Appended]);
    }

    [Fact]
    public async Task A_command_repeated_by_many_at_once_is_applied_once()
    {
        var one = (await Lab.Open()).Events;
        var two = (await Lab.Open()).Events;

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(
            () => (n % 2 == 0 ? one : two).Append(Given.Command("household/1", 0, "c1")))));

        results.Count(result => result.Status == AppendStatus.Appended).ShouldBe(1);
        results.Count(result => result.Status == AppendStatus.Repeated).ShouldBe(99);
        results.Select(result => result.Outcome).Distinct().Count().ShouldBe(1);
        (await one.Head()).ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_who_gave_up_before_the_writer_took_its_command_wrote_nothing()
    {
        using var gate = new GateSeam();
        using var giveUp = new CancellationTokenSource();
        var log = (await Lab.Open(gate)).Events;
        Task<AppendResult>? abandoned = null;

        await gate.InOneBatch(
            () => log.Append(Given.Command("decoy", 0, "decoy")),
            () =>
            {
                abandoned = log.Append(Given.Command("household/1", 0, "c1"), giveUp.Token);
                giveUp.Cancel();
                return log.Append(Given.Command("household/2", 0, "c2"));
            });

        await Should.ThrowAsync<OperationCanceledException>(abandoned!);
        (await log.FindCommand("c1")).ShouldBeNull();
    }

    [Fact]
    public async Task Closing_writes_what_was_already_sent()
    {
        using var gate = new GateSeam();
        var storage = await Lab.Open(gate);
        var closing = default(ValueTask);

        await gate.InOneBatch(
            () => storage.Events.Append(Given.Command("decoy", 0, "decoy")),
            () =>
            {
                var sent = storage.Events.Append(Given.Command("household/1", 0, "c1"));
                closing = storage.Events.DisposeAsync();
                return sent;
            });
        await closing;

        await Should.ThrowAsync<ObjectDisposedException>(() => storage.Events.Append(Given.Command("household/1", 1, "c2")));
        (await (await Lab.Open()).Events.FindCommand("c1")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_request_beyond_the_limits_fails_alone_before_it_joins_a_batch()
    {
        var log = (await Lab.Open()).Events;

        await Should.ThrowAsync<ArgumentException>(() => log.Append(Given.Command("", 0, "c1")));
        await Should.ThrowAsync<ArgumentException>(() => log.Append(Given.Command("household/1", -1, "c1")));
        await Should.ThrowAsync<ArgumentException>(() => log.Append(Given.Command("household/1", 0, "c\0")));
        await Should.ThrowAsync<ArgumentException>(() => log.Append(Given.Command("household/1", 0, "c1", LogLimits.EventsPerCommand + 1)));
        await Should.ThrowAsync<ArgumentException>(() => log.Read(0, LogLimits.EventsPerRead + 1).AsTask());
        (await log.Head()).ShouldBe(0);
    }
}
