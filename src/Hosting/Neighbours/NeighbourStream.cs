using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Revitalization.Hosting.Neighbours;

/// <summary>
/// The caller's end of a connection in memory. Closing it while it is being read or written ends that call first: a pipe's memory
/// goes back to its pool, and must not be touched by anybody then.
/// </summary>
internal sealed class NeighbourStream(PipeReader input, PipeWriter output, Action closed) : Stream
{
    private readonly Lock _turn = new();
    private int _reading, _writing;
    private bool _closed;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Begin(ref _reading);
        if (!input.TryRead(out var result)) return ReadLater(buffer, cancellationToken);
        try
        {
            return new(Take(result, buffer));
        }
        finally
        {
            EndReading();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ReadLater(Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return Take(await input.ReadAsync(cancellation), buffer);
        }
        finally
        {
            EndReading();
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Begin(ref _writing);
        try
        {
            var flushed = await output.WriteAsync(buffer, cancellationToken);
            // A service that reads no further may have answered why: the rest goes nowhere, as into a socket's buffer, and its answer is read.
            if (flushed.IsCanceled) throw HungUp();
        }
        finally
        {
            EndWriting();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>What is written is on its way at once.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        bool reading, writing;
        lock (_turn)
        {
            if (_closed) return;
            (_closed, reading, writing) = (true, _reading > 0, _writing > 0);
        }

        // The other end may go on from within these calls: never inside the lock.
        if (reading) input.CancelPendingRead();
        else input.Complete();
        if (writing) output.CancelPendingFlush();
        else output.Complete();
        closed();
    }

    // Nothing is taken where nothing is asked for: such a read only waits until there is something.
    private int Take(ReadResult result, Memory<byte> buffer)
    {
        if (result.IsCanceled) throw HungUp();
        var length = (int)Math.Min(buffer.Length, result.Buffer.Length);
        var taken = result.Buffer.Slice(0, length);
        taken.CopyTo(buffer.Span);
        input.AdvanceTo(taken.End); // From here on its memory is somebody else's.
        return length;
    }

    private void Begin(ref int uses)
    {
        lock (_turn)
        {
            if (_closed) throw HungUp();
            uses++;
        }
    }

    private void EndReading()
    {
        if (IsLast(ref _reading)) input.Complete();
    }

    private void EndWriting()
    {
        if (IsLast(ref _writing)) output.Complete();
    }

    // Whoever closed left it to the last user.
    private bool IsLast(ref int uses)
    {
        lock (_turn) return --uses == 0 && _closed;
    }

    private static IOException HungUp() => new("The connection within this process was closed.");
}
