using Orleans;

namespace Revitalization.Conformance.Tests.Engine.Grains;

public interface ILifeGrain : IGrainWithStringKey
{
    /// <summary>Which of this grain's activations answers, counted from 1.</summary>
    Task<int> Activation();

    Task Leave();

    /// <summary>Asks to leave, then waits at a gate.</summary>
    Task LeaveAfter(string gate);

    Task Throw(string message);

    Task ThrowAtOnce(string message);

    Task ThrowOwn(string message);

    Task<int> Calls();
}

public sealed class OwnException : Exception
{
    public OwnException()
    {
    }

    public OwnException(string message) : base(message)
    {
    }

    public OwnException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>What grains with a farewell share: a generic base, as event-sourced grains have one.</summary>
public abstract class DiaryGrain<TState>(Diary diary, TState initial) : Grain
{
    protected TState State { get; set; } = initial;

    protected Diary Diary => diary;

    protected string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        diary.Write($"activated {Key}");
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        diary.Write($"deactivated {Key}");
        diary.Write($"because {Key} {reason.ReasonCode}");
    }
}

public sealed class LifeGrain : DiaryGrain<int>, ILifeGrain
{
    private readonly int _activation;

    public LifeGrain(Diary diary, Belongings belongings) : base(diary, 0)
    {
        belongings.Owner = Key;
        diary.Write($"constructed {Key}");
        _activation = diary.Count($"constructed {Key}");
    }

    public Task<int> Activation() => Task.FromResult(_activation);

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task LeaveAfter(string gate)
    {
        DeactivateOnIdle();
        Diary.Write($"{gate} reached");
        await Diary.Pass(gate);
    }

    public async Task Throw(string message)
    {
        State++;
        await Task.Yield();
        throw new InvalidOperationException(message);
    }

    public Task ThrowAtOnce(string message)
    {
        State++;
        throw new InvalidOperationException(message);
    }

    public async Task ThrowOwn(string message)
    {
        State++;
        await Task.Yield();
        throw new OwnException(message);
    }

    public Task<int> Calls() => Task.FromResult(++State);
}

public interface IFrailGrain : IGrainWithStringKey
{
    Task<int> Answer();
}

/// <summary>Cannot be activated while its gate "mended" is closed.</summary>
public sealed class FrailGrain(Diary diary) : Grain, IFrailGrain
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        var mended = diary.Pass($"mended {this.GetPrimaryKeyString()}").IsCompleted;
        if (!mended) throw new InvalidOperationException("not yet");
    }

    public Task<int> Answer() => Task.FromResult(42);
}

public interface ISmallGrain : IGrainWithIntegerKey
{
    Task<long> Add(long amount);
}

/// <summary>As little as a grain can be.</summary>
public sealed class SmallGrain : Grain, ISmallGrain
{
    private long _sum;

    public Task<long> Add(long amount) => Task.FromResult(_sum += amount);
}
