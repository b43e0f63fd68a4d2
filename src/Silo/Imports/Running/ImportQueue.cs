using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Revitalization.Silo.Imports.Running;

/// <summary>Imports that wait for their turn in this process, and the switches that stop one.</summary>
public sealed class ImportQueue
{
    private const int WaitingMax = 200;

    private readonly Channel<string> _waiting = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private int _count;

    public bool HasRoom => Volatile.Read(ref _count) < WaitingMax;

    public void Add(string import)
    {
        Interlocked.Increment(ref _count);
        _waiting.Writer.TryWrite(import);
    }

    /// <summary>Ends its reading at the next batch; what is committed stays.</summary>
    public void Stop(string import)
    {
        if (_running.TryGetValue(import, out var running)) running.Cancel();
    }

    internal async IAsyncEnumerable<string> Take([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var import in _waiting.Reader.ReadAllAsync(cancellation))
        {
            Interlocked.Decrement(ref _count);
            yield return import;
        }
    }

    internal CancellationTokenSource Begin(string import, CancellationToken cancellation) =>
        _running[import] = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    internal void End(string import)
    {
        if (_running.TryRemove(import, out var ended)) ended.Dispose();
    }
}
