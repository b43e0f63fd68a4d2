using Microsoft.Extensions.Logging.Abstractions;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Silo.Grains;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>A write whose outcome nobody learned is sent again: it must be there once.</summary>
public sealed class OnceTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    private static readonly ReportClue Clue = new("c1", Chain.Day(0), ClueOrigin.Visit, RiskKind.Illness, null, []);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clue_whose_answer_was_lost_is_recorded_once_whether_it_was_written_or_not(bool written)
    {
        var log = new LossyLog(fixture.Silo.Get<IEventLog>()) { Loses = true, Writes = written };
        var file = new FileUnderTest(log, $"monitoring/once-{written}");
        var command = new CommandContext($"monitoring/once-{written}/clues/c1", "hash", "monitor-1");
        await Should.ThrowAsync<StorageFaultException>(() => file.Do(Clue, command));

        log.Loses = false;
        var reply = await file.Do(Clue, command);

        (reply.Refusal, reply.Repeated).ShouldBe((null, written));
        (await log.ReadStream($"monitoring/once-{written}", 0, 10)).ShouldHaveSingleItem().Version.ShouldBe(1);
        (await file.Do(Clue, command)).Seq.ShouldBe(reply.Seq);
    }

    private sealed class FileUnderTest(IEventLog log, string stream) : EventSourcedGrain<MonitoringFile, MonitoringEvent>(
        log, TimeProvider.System, NullLogger.Instance, Snapshots.MonitoringFile, MonitoringFile.Empty, MonitoringEvolve.Evolve)
    {
        protected override string Stream => stream;

        public Task<CommandReply> Do(MonitoringCommand command, CommandContext context) =>
            Handle(context, file => MonitoringRules.Decide(file, command, new(Chain.Day(9), ShippedPacks.Default, HouseholdStands: true)));
    }

    /// <summary>The real log, whose answers get lost: after the write, or before it.</summary>
    private sealed class LossyLog(IEventLog log) : IEventLog
    {
        public bool Loses { get; set; }

        public bool Writes { get; init; }

        public async Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default)
        {
            if (!Loses) return await log.Append(request, cancellation);
            if (Writes) await log.Append(request, cancellation);
            throw new StorageFaultException("The answer was lost.");
        }

        public ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(string stream, int snapshotSchema, CancellationToken cancellation = default) =>
            log.Load(stream, snapshotSchema, cancellation);

        public ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default) => log.FindCommand(commandId, cancellation);

        public ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default) => log.Read(afterSeq, limit, cancellation);

        public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, long afterVersion, int limit, CancellationToken cancellation = default) =>
            log.ReadStream(stream, afterVersion, limit, cancellation);

        public ValueTask SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) => log.SaveSnapshot(snapshot, cancellation);

        public ValueTask DropSnapshot(string stream, CancellationToken cancellation = default) => log.DropSnapshot(stream, cancellation);

        public ValueTask<long> Head(CancellationToken cancellation = default) => log.Head(cancellation);

        public ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default) => log.WaitForEvents(afterSeq, timeout, cancellation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
