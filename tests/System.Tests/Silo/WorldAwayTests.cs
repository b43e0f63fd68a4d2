using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Orleans;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Files;
using Revitalization.Silo.Imports.Running;
using Revitalization.Silo.Projections;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.SystemTests.Silo;

/// <summary>A database that is away for a moment ends no background work for good: what ended would be missed by nobody until the next start.</summary>
public sealed class WorldAwayTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    [Fact]
    public async Task A_rebuild_and_the_watch_of_the_logs_head_outlive_a_database_that_was_away()
    {
        using var heard = new HeardLog();
        using var loggers = new LoggerFactory([heard]);
        var register = fixture.Silo.Get<IEnumerable<IProjection>>().OfType<RegisterProjection>().Single();
        var away = new AwayOnce(fixture.Silo.Get<IEventLog>());
        using var service = new ProjectionService(
            [new FailingProjection(register, "after-away")], away, fixture.Silo.Get<LogTail>(), fixture.Silo.Get<IRegistryDatabase>(), fixture.Silo.Get<IMeterFactory>(), loggers);
        await service.StartAsync(TestContext.Current.CancellationToken);

        service.RequestRebuild("after-away");

        while (!heard.Lines.Any(line => line.Contains("after-away rebuilt", StringComparison.Ordinal)) || away.Heads < 2)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Deleting_old_uploads_waits_for_a_database_that_is_away()
    {
        using var heard = new HeardLog();
        using var loggers = new LoggerFactory([heard]);
        using var sweep = new ImportSweep(fixture.Silo.Get<IGrainFactory>(), fixture.Silo.Get<ImportFiles>(), new AwayClock(), loggers.CreateLogger<ImportSweep>());

        await sweep.StartAsync(TestContext.Current.CancellationToken);

        while (!heard.Lines.Any(line => line.Contains("the database went away", StringComparison.Ordinal))) await Task.Delay(20, TestContext.Current.CancellationToken);
        sweep.ExecuteTask!.IsFaulted.ShouldBeFalse();
        await sweep.StopAsync(TestContext.Current.CancellationToken);
    }

    private static StorageFaultException Away() => new("the database went away");

    /// <summary>The first thing that a sweep asks fails as its first read would.</summary>
    private sealed class AwayClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw Away();
    }

    /// <summary>The log's first read and first head fail.</summary>
    private sealed class AwayOnce(IEventLog inner) : IEventLog
    {
        private int _reads;
        private int _heads;

        public int Heads => _heads;

        public ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default) =>
            Interlocked.Increment(ref _reads) == 1 ? throw Away() : inner.Read(afterSeq, limit, cancellation);

        public ValueTask<long> Head(CancellationToken cancellation = default) =>
            Interlocked.Increment(ref _heads) == 1 ? throw Away() : inner.Head(cancellation);

        public Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default) => inner.Append(request, cancellation);

        public ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default) => inner.FindCommand(commandId, cancellation);

        public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, long afterVersion, int limit, CancellationToken cancellation = default) =>
            inner.ReadStream(stream, afterVersion, limit, cancellation);

        public ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(string stream, int snapshotSchema, CancellationToken cancellation = default) =>
            inner.Load(stream, snapshotSchema, cancellation);

        public ValueTask SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) => inner.SaveSnapshot(snapshot, cancellation);

        public ValueTask DropSnapshot(string stream, CancellationToken cancellation = default) => inner.DropSnapshot(stream, cancellation);

        public ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default) => inner.WaitForEvents(afterSeq, timeout, cancellation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
