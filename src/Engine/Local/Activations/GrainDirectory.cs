using System.Collections.Concurrent;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine.Local.Activations;

/// <summary>At most one activation per grain: who loses the race to add one uses the winner's.</summary>
internal sealed class GrainDirectory(LocalEngine engine)
{
    private readonly ConcurrentDictionary<GrainAddress, Activation> _activations = new();
    private int _count;

    /// <summary>Counted apart, because the dictionary's own count takes all its locks.</summary>
    public int Count => Volatile.Read(ref _count);

    public IEnumerable<Activation> All => _activations.Select(entry => entry.Value);

    public Activation FindOrCreate(GrainAddress address)
    {
        if (_activations.TryGetValue(address, out var found)) return found;
        var created = new Activation(engine, address);
        var winner = _activations.GetOrAdd(address, created);
        if (ReferenceEquals(winner, created)) engine.Evictions.Arrived(Interlocked.Increment(ref _count));
        return winner;
    }

    public void Remove(Activation activation)
    {
        if (_activations.TryRemove(new(activation.Address, activation))) Interlocked.Decrement(ref _count);
    }
}
