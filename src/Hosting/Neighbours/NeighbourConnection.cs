using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Revitalization.Hosting.Neighbours;

/// <summary>The service's end of a connection in memory, and the two pipes it is made of, bounded as the server bounds a socket's.</summary>
internal sealed class NeighbourConnection : DefaultConnectionContext, IMemoryPoolFeature
{
    private const int MostSent = 1024 * 1024, MostAnswered = 64 * 1024, BlockBytes = 4096;

    private static long s_count;

    private readonly CancellationTokenSource _closed = new();
    private int _ended;

    public NeighbourConnection(IPEndPoint service, MemoryPool<byte> pool) : base(string.Create(CultureInfo.InvariantCulture, $"neighbour-{Interlocked.Increment(ref s_count)}"))
    {
        MemoryPool = pool;
        var (sent, answered) = (PipeOf(MostSent), PipeOf(MostAnswered));
        Transport = new Ends(sent.Reader, answered.Writer);
        Caller = new NeighbourStream(answered.Reader, sent.Writer, End);
        LocalEndPoint = service;
        RemoteEndPoint = new IPEndPoint(service.Address, 0);
        ConnectionClosed = _closed.Token;
        Features.Set<IMemoryPoolFeature>(this);
    }

    public MemoryPool<byte> MemoryPool { get; }

    /// <summary>The other end.</summary>
    public NeighbourStream Caller { get; }

    public override void Abort(ConnectionAbortedException abortReason) => Caller.Dispose();

    public override async ValueTask DisposeAsync()
    {
        await Transport.Input.CompleteAsync();
        await Transport.Output.CompleteAsync();
        _closed.Dispose();
        await base.DisposeAsync();
    }

    // Both ends answer what they read on the thread that wrote it: there is no other thread's turn to wait for.
    private Pipe PipeOf(int most) => new(new PipeOptions(
        MemoryPool, PipeScheduler.Inline, PipeScheduler.Inline, most, most / 2, BlockBytes, useSynchronizationContext: false));

    // The caller hung up: what is being worked on for it is stopped, not from within the caller's own call.
    private void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(connection => connection.SayClosed(), this, preferLocal: false);
    }

    private void SayClosed()
    {
        try
        {
            _closed.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The service had finished with it.
        }
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
