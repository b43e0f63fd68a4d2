using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Runtime;
using Revitalization.Engine.Local.Activations;
using Revitalization.Engine.Local.Hosting;

namespace Revitalization.Engine.Local.Calls;

/// <summary>What a caller holds: an address that looks like the grain's interface. Two of the same grain are equal.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "Proxies derive from it at run time.")]
internal class GrainReference : DispatchProxy, IAddressable
{
    public LocalEngine Engine { get; private set; } = null!;

    public GrainAddress Address { get; private set; }

    /// <summary>A reference like this one to another grain; a clone costs a tenth of a new proxy.</summary>
    public GrainReference To(LocalEngine engine, GrainAddress address)
    {
        var reference = (GrainReference)MemberwiseClone();
        reference.Engine = engine;
        reference.Address = address;
        return reference;
    }

    public override bool Equals(object? obj) => obj is GrainReference other && other.Address == Address;

    public override int GetHashCode() => Address.GetHashCode();

    public override string ToString() => Address.ToString();

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args) =>
        Engine.References.Method(targetMethod!).Send(Engine, Address, args ?? []);
}
