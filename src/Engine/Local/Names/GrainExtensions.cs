using System.Globalization;
using Orleans.Runtime;
using Revitalization.Engine.Local.Activations;

namespace Orleans;

/// <summary>A grain's own key, from inside (<c>this</c>) or from a reference to it.</summary>
public static class GrainExtensions
{
    public static string GetPrimaryKeyString(this IAddressable grain) => AddressOf(grain).Key;

    public static Guid GetPrimaryKey(this IAddressable grain) => Guid.ParseExact(AddressOf(grain).Key, "N");

    public static long GetPrimaryKeyLong(this IAddressable grain) =>
        long.Parse(AddressOf(grain).Key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static GrainAddress AddressOf(IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            Grain inside => inside.Runtime.Address,
            _ => throw new ArgumentException($"{grain.GetType()} is neither a grain nor a reference to one.", nameof(grain)),
        };
    }
}
