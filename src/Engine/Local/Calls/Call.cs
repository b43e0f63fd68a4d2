using Orleans;
using Revitalization.Engine.Local.Activations;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine.Local.Calls;

/// <summary>A message on its way: what is asked of whom, who waits for the answer, and until when.</summary>
internal abstract class Call(LocalEngine engine, GrainMethod method, GrainAddress target, object?[] arguments)
{
    private const int MaxDeliveries = 8;

    private Cancellation? _cancellation;
    private int _deliveries;

    public GrainMethod Method { get; } = method;
    public GrainAddress Target { get; } = target;

    /// <summary>The grain whose turn made the call; null from outside.</summary>
    public Activation? From { get; } = Activation.Current;

    /// <summary>Engine timestamp.</summary>
    public long SentAt { get; } = engine.Now;

    /// <summary>Where it was put in line; null before.</summary>
    public Activation? At { get; set; }

    /// <summary>Next in the target's line.</summary>
    public Call? NextWaiting { get; set; }

    /// <summary>Neighbours in the list of unanswered calls.</summary>
    public PendingCalls.Links Links;

    protected LocalEngine Engine => engine;

    public void Send(CancellationToken cancellation)
    {
        engine.Pending.Add(this);
        if (cancellation.CanBeCanceled) _cancellation = Cancellation.Tie(this, Method, arguments, cancellation);
        engine.Deliver(this);
    }

    /// <summary>Whether it may be put in line once more; grains that leave as they come would pass it on for ever.</summary>
    public bool MayBeDelivered() => ++_deliveries <= MaxDeliveries;

    /// <summary>In the target's turn. What the grain throws, at once or later, is in the task.</summary>
    public Task Run(Grain grain)
    {
        if (_cancellation is { IsRequested: true } given) return Task.FromCanceled(given.Token);
        try
        {
            return Method.Invoke(grain, arguments)
                ?? Task.FromException(new InvalidOperationException($"{Method.Name} returned null instead of a task."));
        }
        catch (Exception failure) // Whatever a method without async throws belongs to its caller, not to this scheduler.
        {
            return Task.FromException(failure);
        }
    }

    /// <summary>Hands the finished work's outcome to who waits; in the target's turn.</summary>
    public void Answer(Task work)
    {
        if (work.IsCompletedSuccessfully) Succeed(work);
        else if (work.IsCanceled) Cancel(_cancellation?.Token ?? default);
        else Fail(work.Exception!.InnerException!);
    }

    public void Fail(Exception failure)
    {
        Settled();
        TrySetException(failure);
    }

    public void Cancel(CancellationToken cancellation)
    {
        Settled();
        TrySetCanceled(cancellation);
    }

    public void TimeOut(string problem)
    {
        Log.TimedOut(engine.Logger, problem);
        Fail(new TimeoutException(problem));
    }

    /// <summary>Runs in the target's turns, as every piece of a grain's code does, callbacks on its token included.</summary>
    public void InTargetsTurn(Action work)
    {
        if (At is { } activation) _ = Task.Factory.StartNew(work, default, TaskCreationOptions.DenyChildAttach, activation);
    }

    protected abstract void Succeed(Task work);

    protected abstract void TrySetException(Exception failure);

    protected abstract void TrySetCanceled(CancellationToken cancellation);

    protected void Settled()
    {
        engine.Pending.Remove(this);
        _cancellation?.Dispose();
    }
}

/// <summary>A call and the promise its caller holds. Continuations never run inside the turn that keeps it.</summary>
internal sealed class Call<TResult>(LocalEngine engine, GrainMethod method, GrainAddress target, object?[] arguments)
    : Call(engine, method, target, arguments)
{
    private readonly TaskCompletionSource<TResult> _promise = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Promise => _promise.Task;

    protected override void Succeed(Task work)
    {
        try
        {
            var result = ((GrainMethod<TResult>)Method).Result(work);
            Settled();
            _promise.TrySetResult(result);
        }
        catch (Exception refused) // A result that cannot travel, for whatever reason, is as much a failure of the call as a throw.
        {
            Fail(refused is TypeInitializationException { InnerException: { } reason } ? reason : refused);
        }
    }

    protected override void TrySetException(Exception failure) => _promise.TrySetException(failure);

    protected override void TrySetCanceled(CancellationToken cancellation) => _promise.TrySetCanceled(cancellation);
}
