using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.SystemTests.Silo;

/// <summary>The shared tail of the log: followers see what the log holds, whoever of them read it.</summary>
public sealed class LogTailTests
{
    [Fact]
    public async Task What_one_follower_read_the_next_takes_from_memory()
    {
        var log = new CountedLog(head: 100);
        using var tail = new LogTail(log);

        Seqs(await tail.Read(0, 1000, default)).ShouldBe(Range(1, 100));
        log.Head = 120;
        Seqs(await tail.Read(100, 1000, default)).ShouldBe(Range(101, 120));

        Seqs(await tail.Read(0, 1000, default)).ShouldBe(Range(1, 120));
        Seqs(await tail.Read(99, 3, default)).ShouldBe(Range(100, 102));
        log.Reads.ShouldBe(2);
    }

    // A follower that begins anew must neither miss what the tail has forgotten nor take it from those at the head.
    [Fact]
    public async Task Who_lags_behind_reads_the_log_and_leaves_the_tail_to_the_others()
    {
        var log = new CountedLog(head: 30_000);
        using var tail = new LogTail(log);
        for (var at = 0L; at < 30_000; at += 1000) await tail.Read(at, 1000, default);
        var reads = log.Reads;

        Seqs(await tail.Read(0, 1000, default)).ShouldBe(Range(1, 1000));
        log.Reads.ShouldBe(reads + 1);
        Seqs(await tail.Read(29_500, 1000, default)).ShouldBe(Range(29_501, 30_000));
        log.Reads.ShouldBe(reads + 1);
    }

    [Fact]
    public async Task Followers_that_come_together_read_once()
    {
        var log = new CountedLog(head: 500);
        using var tail = new LogTail(log);

        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => tail.Read(0, 1000, default).AsTask()));

        read.ShouldAllBe(events => events.Count == 500);
        log.Reads.ShouldBe(1);
    }

    private static IEnumerable<long> Seqs(IEnumerable<StoredEvent> events) => events.Select(stored => stored.Seq);

    private static IEnumerable<long> Range(int from, int to) => Enumerable.Range(from, to - from + 1).Select(seq => (long)seq);

    private sealed class CountedLog(long head) : IEventLog
    {
        private int _reads;

        public long Head { get; set; } = head;

        public int Reads => _reads;

        public async ValueTask<IReadOnlyList<StoredEvent>> Read(long afterSeq, int limit, CancellationToken cancellation = default)
        {
            Interlocked.Increment(ref _reads);
            await Task.Yield();
            return [.. Enumerable.Range(1, (int)Math.Min(limit, Head - afterSeq)).Select(n => new StoredEvent(
                afterSeq + n, "village/1", afterSeq + n, "village.registered", 1, default, "county", DateTimeOffset.UnixEpoch, "c"))];
        }

        ValueTask<long> IEventLog.Head(CancellationToken cancellation) => new(Head);

        public Task<AppendResult> Append(AppendRequest request, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<CommandOutcome?> FindCommand(string commandId, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<StoredEvent>> ReadStream(string stream, long afterVersion, int limit, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public ValueTask<(Snapshot? Snapshot, IReadOnlyList<StoredEvent> Events)> Load(string stream, int snapshotSchema, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public ValueTask SaveSnapshot(Snapshot snapshot, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask DropSnapshot(string stream, CancellationToken cancellation = default) => throw new NotSupportedException();

        public ValueTask WaitForEvents(long afterSeq, TimeSpan timeout, CancellationToken cancellation = default) => ValueTask.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
