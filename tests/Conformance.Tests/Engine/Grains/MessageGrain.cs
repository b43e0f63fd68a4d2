using System.Collections.Immutable;
using Orleans;

namespace Revitalization.Conformance.Tests.Engine.Grains;

public interface IMessageGrain : IGrainWithGuidKey
{
    Task Keep(Basket basket);

    Task<Basket> Kept();

    /// <summary>Adds an item to what is kept.</summary>
    Task Add(string item);

    Task KeepNotice(Notice notice);

    Task<bool> KeepsSameNotice();

    Task<Notice> KeptNotice();

    Task<int> CountOf([Immutable] Ledger ledger);

    Task<Parcel> Echo(Parcel parcel);

    Task<Shape> EchoShape(Shape shape);

    Task<object?> EchoAny(object? anything);

    Task<Crate> EchoCrate(Crate crate);

    Task<Basket[]> EchoAll(Basket[] baskets);

    Task<ImmutableArray<Parcel>> EchoImmutable(ImmutableArray<Parcel> parcels);

    Task<Dictionary<string, DateOnly>> EchoDays(Dictionary<string, DateOnly> days);

    ValueTask<decimal?> EchoMaybe(decimal? value);

    Task<ITurnGrain> EchoReference(ITurnGrain other);

    Task<Guid> Key();
}

public sealed class MessageGrain : Grain, IMessageGrain
{
    private Basket _kept = new();
    private Notice? _notice;

    public Task Keep(Basket basket)
    {
        _kept = basket;
        return Task.CompletedTask;
    }

    public Task<Basket> Kept() => Task.FromResult(_kept);

    public Task Add(string item)
    {
        _kept.Items.Add(item);
        return Task.CompletedTask;
    }

    public Task KeepNotice(Notice notice)
    {
        _notice = notice;
        return Task.CompletedTask;
    }

    public Task<bool> KeepsSameNotice() => Task.FromResult(ReferenceEquals(_notice, Shared.Notice));

    public Task<Notice> KeptNotice() => Task.FromResult(_notice!);

    public Task<int> CountOf(Ledger ledger)
    {
        Shared.SawLedger = ReferenceEquals(ledger, Shared.Ledger);
        return Task.FromResult(ledger.Fen.Count);
    }

    public Task<Parcel> Echo(Parcel parcel) => Task.FromResult(parcel);

    public Task<Shape> EchoShape(Shape shape) => Task.FromResult(shape);

    public Task<object?> EchoAny(object? anything) => Task.FromResult(anything);

    public Task<Crate> EchoCrate(Crate crate) => Task.FromResult(crate);

    public Task<Basket[]> EchoAll(Basket[] baskets) => Task.FromResult(baskets);

    public Task<ImmutableArray<Parcel>> EchoImmutable(ImmutableArray<Parcel> parcels) => Task.FromResult(parcels);

    public Task<Dictionary<string, DateOnly>> EchoDays(Dictionary<string, DateOnly> days) => Task.FromResult(days);

    public ValueTask<decimal?> EchoMaybe(decimal? value) => ValueTask.FromResult(value);

    public Task<ITurnGrain> EchoReference(ITurnGrain other) => Task.FromResult(other);

    public Task<Guid> Key() => Task.FromResult(this.GetPrimaryKey());
}

/// <summary>Objects a test holds too, to see whether the grain got the very same.</summary>
public static class Shared
{
    public static Notice Notice { get; } = new("公示", [1, 2, 3]);

    public static Ledger Ledger { get; } = new() { Fen = [1, 2] };

    public static bool SawLedger { get; set; }
}
