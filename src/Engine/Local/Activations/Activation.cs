using Orleans;

namespace Revitalization.Engine.Local.Activations;

internal abstract class Activation
{
    public static Activation? Current => null;

    public abstract GrainAddress Address { get; }
    public abstract IGrainFactory Grains { get; }
    public abstract IServiceProvider Services { get; }

    public abstract void DeactivateWhenIdle();
}
