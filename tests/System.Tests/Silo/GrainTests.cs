using Microsoft.Extensions.Logging.Abstractions;
using Revitalization.Contracts.Commands;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Silo.Grains;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.SystemTests.Silo;

/// <summary>What a grain believes when the log does not answer as it hoped.</summary>
public sealed class GrainTests
{
    private static readonly CommandContext Command = new("c1", "hash", "test");

    // A split brain: another activation of the same grain writes without end.
    [Fact]
    public async Task A_stream_that_always_moves_on_is_given_up_after_a_few_decisions()
    {
        var log = new ScriptedLog(() => new AppendResult(AppendStatus.VersionConflict, null));
        var reply = await new AccountUnderTest(log).Do(Command);

        reply.Refusal!.Code.ShouldBe(Contracts.Refusals.RefusalCatalog.CodeOf(CommandRefusal.Contended));
        log.Appends.ShouldBe(4);
        log.Loads.ShouldBe(4);
    }

    [Fact]
    public async Task An_append_whose_outcome_is_unknown_makes_the_grain_read_again()
    {
        var failing = true;
        var log = new ScriptedLog(() => failing
            ? throw new StorageFaultException("the disk went away")
            : new AppendResult(AppendStatus.Repeated, new CommandOutcome("c1", "hash", "account/test", 1, 7, TimeProvider.System.GetUtcNow())));
        var grain = new AccountUnderTest(log);
        await Should.ThrowAsync<StorageFaultException>(() => grain.Do(Command));

        failing = false;
        var reply = await grain.Do(Command);

        (reply.Seq, reply.Repeated, log.Loads).ShouldBe((7, true, 2));
    }

    private sealed class AccountUnderTest(IEventLog log) : EventSourcedGrain<Account, AccountEvent>(
        log, TimeProvider.System, NullLogger.Instance, Snapshots.Account, Account.Empty, Account.Evolve)
    {
        protected override string Stream => "account/test";

        public Task<CommandReply> Do(CommandContext context) => Handle(context, _ => new PasswordSet("x"));
    }

    private sealed class ScriptedLog(Func<AppendResult> answer) : IEventLog
    {
        public int Appends { get; private set; }

        public int Loads { get; private set; }

        public Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default)
        {
            Appends++;
            return Task.FromResult(answer());
        }

        public ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(string stream, int snapshotSchema, CancellationToken cancellation = default)
        {
            Loads++;
            return new((null, []));
        }

        public ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default) => new((CommandOutcome?)null);

        public ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default) => new([]);

        public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, long afterVersion, int limit, CancellationToken cancellation = default) => new([]);

        public ValueTask SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) => ValueTask.CompletedTask;

        public ValueTask DropSnapshot(string stream, CancellationToken cancellation = default) => ValueTask.CompletedTask;

        public ValueTask<long> Head(CancellationToken cancellation = default) => new(0L);

        public ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
