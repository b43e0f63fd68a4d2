using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Revitalization.Engine.Local.Calls;

namespace Revitalization.Engine.Local.Activations;

/// <summary>Coming and going: both are turns, so no call is ever inside a grain that is not wholly there.</summary>
internal sealed partial class Activation
{
    private Grain? _grain;
    private AsyncServiceScope _scope;
    private Stage _stage;
    private DeactivationReason? _leaving;
    private TaskCompletionSource? _gone;

    private enum Stage : byte
    {
        New,
        Here,
        Gone,
    }

    private enum Next
    {
        Nothing,
        Arrive,
        Call,
        Leave,
    }

    public IServiceProvider Services => _scope.ServiceProvider;

    /// <summary>Engine timestamp of the last call.</summary>
    public long LastUsed { get; private set; } = engine.Now;

    /// <summary>Called by the grain in its own turn.</summary>
    public void DeactivateWhenIdle()
    {
        lock (_gate) _leaving ??= new(DeactivationReasonCode.ApplicationRequested, "The grain asked for it.");
    }

    /// <summary>Whether nothing is under way or waiting, and nothing was since <paramref name="usedBefore"/>.</summary>
    public bool IsIdleSince(long usedBefore)
    {
        lock (_gate) return IsIdle && LastUsed <= usedBefore;
    }

    /// <summary>Ends this activation if it is (still) idle; the task completes when it is gone, at once if it stays.</summary>
    public Task LeaveIfIdle(long usedBefore, DeactivationReason reason)
    {
        lock (_gate) return IsIdle && LastUsed <= usedBefore ? LeaveLocked(reason) : Task.CompletedTask;
    }

    /// <summary>Ends this activation after what is under way; the task completes when it is gone.</summary>
    public Task LeaveSoon(DeactivationReason reason)
    {
        lock (_gate) return _stage == Stage.Gone ? Task.CompletedTask : LeaveLocked(reason);
    }

    private bool IsIdle => _stage == Stage.Here && !_busy && !_pumping && _waiting == 0 && _leaving is null;

    private Task LeaveLocked(DeactivationReason reason)
    {
        _leaving ??= reason;
        _gone ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_busy || _pumping) return _gone.Task;
        _pumping = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return _gone.Task;
    }

    /// <summary>What may begin now; whatever it is, the grain is busy with it until it ends.</summary>
    private Next Choose()
    {
        if (_busy || _stage == Stage.Gone) return Next.Nothing;
        var next = _stage == Stage.New ? _waiting > 0 ? Next.Arrive : Next.Nothing
            : _leaving is not null ? Next.Leave
            : _waiting > 0 ? Next.Call
            : Next.Nothing;
        _busy = next != Next.Nothing;
        return next;
    }

    private async Task Arrive()
    {
        var failure = await TryArrive();
        if (failure is null)
        {
            lock (_gate)
            {
                _stage = Stage.Here;
                _busy = false;
            }
            return;
        }
        Log.ActivationFailed(engine.Logger, Address, failure);
        await DisposeScope();
        foreach (var call in End()) call.Fail(failure);
    }

    private async Task<Exception?> TryArrive()
    {
        try
        {
            _scope = engine.Services.CreateAsyncScope();
            _grain = engine.Classes.Construct(Address.Class, _scope.ServiceProvider);
            using var limit = engine.Limit();
            await _grain.OnActivateAsync(limit.Token).WaitAsync(limit.Token);
            return null;
        }
        catch (Exception failure) // Whatever a grain's constructor or activation throws is its callers' to see.
        {
            return failure;
        }
    }

    private async Task Leave()
    {
        try
        {
            using var limit = engine.Limit();
            await _grain!.OnDeactivateAsync(_leaving!.Value, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception failure) // A farewell that fails must not keep the grain, nor the process, from ending.
        {
            Log.DeactivationFailed(engine.Logger, Address, failure);
        }
        await DisposeScope();
        foreach (var call in End()) engine.Deliver(call);
    }

    private async Task DisposeScope()
    {
        try
        {
            if (_grain is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
            else if (_grain is IDisposable disposable) disposable.Dispose();
            if (_scope.ServiceProvider is not null) await _scope.DisposeAsync();
        }
        catch (Exception failure) // As above: what a grain or its services throw when disposed is logged.
        {
            Log.DeactivationFailed(engine.Logger, Address, failure);
        }
    }

    /// <summary>Out of the directory first, so that whoever finds this one ended finds the next one there. Returns who still waits.</summary>
    private List<Call> End()
    {
        engine.Directory.Remove(this);
        List<Call> waiting = [];
        lock (_gate)
        {
            _stage = Stage.Gone;
            _grain = null;
            while (_waiting > 0) waiting.Add(Take());
            _gone ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        _gone.SetResult();
        return waiting;
    }
}
