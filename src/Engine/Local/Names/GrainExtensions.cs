using System.Globalization;
using Orleans.Runtime;
using Revitalization.Engine.Local.Activations;
using Revitalization.Engine.Local.Calls;

namespace Orleans;

/// <summary>A grain's own key, from inside (<c>this</c>) or from a reference to it.</summary>
public static class GrainExtensions
{
    public static string GetPrimaryKeyString(this IAddressable grain) => AddressOf(grain).Key;

    public static Guid GetPrimaryKey(this IAddressable grain) => Guid.ParseExact(AddressOf(grain).Key, "N");

    public static long GetPrimaryKeyLong(this IAddressable grain) =>
        long.Parse(AddressOf(grain).Key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>A reference to this grain, to hand to others; the grain object itself never leaves its turn.</summary>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) => grain switch
    {
        Grain inside => (TGrainInterface)inside.Runtime.Reference(typeof(TGrainInterface)),
        GrainReference reference => (TGrainInterface)reference.Engine.References.Cast(reference.Address, typeof(TGrainInterface)),
        _ => throw Stranger(grain),
    };

    private static GrainAddress AddressOf(IAddressable grain) => grain switch
    {
        Grain inside => inside.Runtime.Address,
        GrainReference reference => reference.Address,
        _ => throw Stranger(grain),
    };

    private static ArgumentException Stranger(IAddressable grain) =>
        new($"{grain?.GetType()} is neither a grain nor a reference to one.", nameof(grain));
}
