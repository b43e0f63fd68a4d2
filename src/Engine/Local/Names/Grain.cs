using Orleans.Runtime;
using Revitalization.Engine.Local.Activations;

namespace Orleans;

/// <summary>Base of every grain class. Constructed by dependency injection inside its own turn; one made by hand has no runtime.</summary>
public abstract class Grain : IAddressable
{
    private readonly Activation? _activation = Activation.Current;

    protected IGrainFactory GrainFactory => Runtime.Grains;

    protected internal IServiceProvider ServiceProvider => Runtime.Services;

    internal Activation Runtime => _activation
        ?? throw new InvalidOperationException($"{GetType().Name} was made outside the engine and has no runtime.");

    /// <summary>Runs before the first call; what it throws goes to the callers, and the next call tries again.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last call.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation when the call under way has answered; calls waiting behind it go to the next activation.</summary>
    protected void DeactivateOnIdle() => Runtime.DeactivateWhenIdle();
}
