using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Projections;

/// <summary>
/// The log for those who follow it (日志末段): what one of them read from the database the others take from memory. It keeps the
/// newest events only; whoever is further behind reads the database.
/// </summary>
public sealed class LogTail(IEventLog log) : IDisposable
{
    private const int EventsKept = 8_192;
    private const int BytesKept = 16 << 20;

    private readonly SemaphoreSlim _reading = new(1);
    private readonly Lock _lock = new();
    private readonly LinkedList<Piece> _pieces = []; // Each begins where the one before it ends.
    private int _events;
    private long _bytes;

    /// <summary>Events after a position, in order; none only where the log has none.</summary>
    public async ValueTask<IReadOnlyList<StoredEvent>> Read(long after, int limit, CancellationToken cancellation)
    {
        if (Kept(after, limit) is { Count: > 0 } known) return known;
        await _reading.WaitAsync(cancellation);
        try
        {
            if (Kept(after, limit) is { Count: > 0 } meanwhile) return meanwhile;
            var read = await log.Read(after, limit, cancellation);
            if (read.Count > 0) Keep(new(after, read));
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    public ValueTask WaitForEvents(long after, TimeSpan timeout, CancellationToken cancellation) => log.WaitForEvents(after, timeout, cancellation);

    public void Dispose() => _reading.Dispose();

    private List<StoredEvent> Kept(long after, int limit)
    {
        lock (_lock)
        {
            if (_pieces.First is not { } piece || after < piece.Value.After || after >= _pieces.Last!.Value.Last) return [];
            for (piece = _pieces.Last; piece!.Value.After > after; piece = piece.Previous)
            {
                // The newest are wanted more often than the oldest.
            }
            return Collected(piece, after, limit);
        }
    }

    private static List<StoredEvent> Collected(LinkedListNode<Piece>? piece, long after, int limit)
    {
        var found = new List<StoredEvent>();
        for (; piece is not null; piece = piece.Next)
        {
            foreach (var stored in piece.Value.Events)
            {
                if (found.Count == limit) return found;
                if (stored.Seq > after) found.Add(stored);
            }
        }
        return found;
    }

    private void Keep(Piece piece)
    {
        lock (_lock)
        {
            if (_pieces.Last is { } last && piece.After < last.Value.Last) return; // Of a reader who lags behind: nobody else needs it.
            if (_pieces.Last?.Value.Last != piece.After) Forget(all: true);
            _pieces.AddLast(piece);
            (_events, _bytes) = (_events + piece.Events.Count, _bytes + piece.Bytes);
            Forget(all: false);
        }
    }

    private void Forget(bool all)
    {
        while (_pieces.First is { } oldest && (all || (_pieces.Count > 1 && (_events > EventsKept || _bytes > BytesKept))))
        {
            (_events, _bytes) = (_events - oldest.Value.Events.Count, _bytes - oldest.Value.Bytes);
            _pieces.RemoveFirst();
        }
    }

    /// <summary>What one read returned.</summary>
    private sealed record Piece(long After, IReadOnlyList<StoredEvent> Events)
    {
        public long Last => Events[^1].Seq;

        public long Bytes { get; } = Events.Sum(stored => (long)stored.Data.Length);
    }
}
