using System.Collections.Concurrent;
using Orleans;

namespace Revitalization.Conformance.Tests.Engine.Grains;

public interface IGuestGrain : IGrainWithStringKey
{
    /// <summary>Adds one to what is stored, and now and then asks to leave.</summary>
    Task<int> Add(bool leave);
}

/// <summary>What outlives an activation, and who is there.</summary>
public sealed class GuestBook
{
    private readonly ConcurrentDictionary<string, int> _stored = new();
    private readonly ConcurrentDictionary<string, int> _present = new();
    private int _doubles;

    /// <summary>How often a grain came while another of the same key was there.</summary>
    public int Doubles => _doubles;

    public int Arrivals { get; private set; }

    public int Stored(string key) => _stored.GetValueOrDefault(key);

    public void Store(string key, int value) => _stored[key] = value;

    public void Arrive(string key)
    {
        Arrivals++;
        if (_present.AddOrUpdate(key, 1, (_, present) => present + 1) > 1) Interlocked.Increment(ref _doubles);
    }

    public void Leave(string key) => _present.AddOrUpdate(key, 0, (_, present) => present - 1);
}

/// <summary>Reads what is stored when it comes, and writes back across an await: a second one at the same time would lose a count.</summary>
public sealed class GuestGrain(GuestBook book) : Grain, IGuestGrain
{
    private int _count;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        book.Arrive(this.GetPrimaryKeyString());
        await Task.Yield();
        _count = book.Stored(this.GetPrimaryKeyString());
    }

    public async Task<int> Add(bool leave)
    {
        if (leave) DeactivateOnIdle();
        _count++;
        await Task.Yield();
        book.Store(this.GetPrimaryKeyString(), _count);
        return _count;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        book.Leave(this.GetPrimaryKeyString());
    }
}
