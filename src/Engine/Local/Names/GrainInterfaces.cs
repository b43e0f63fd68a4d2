using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>Anything that can be called by its identity.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    /// <summary>A grain: one identity, one activation at a time, one call at a time.</summary>
    public interface IGrain : IAddressable;

    public interface IGrainWithStringKey : IGrain;

    public interface IGrainWithGuidKey : IGrain;

    public interface IGrainWithIntegerKey : IGrain;
}
