using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using Revitalization.Engine.Local.Calls;

namespace Revitalization.Engine.Local.Messages;

/// <summary>Which types are leaves, which are open, and the copier of a type met at run time.</summary>
internal static class CopierCatalog
{
    private static readonly HashSet<Type> Leaves =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(Rune), typeof(Uri),
        typeof(Version), typeof(IPAddress), typeof(IPEndPoint), typeof(CultureInfo), typeof(Nothing),
    ];

    private static readonly ConcurrentDictionary<Type, Copier> Copiers = new();

    public static Copier Of(Type type) => Copiers.GetOrAdd(type, static type =>
        (Copier)Activator.CreateInstance(typeof(Copier<>).MakeGenericType(type))!);

    public static CopierPlan PlanOf(Type type) => new(IsLeaf(type), IsOpen(type, []));

    private static bool IsLeaf(Type type) =>
        type.IsPrimitive || type.IsEnum || Leaves.Contains(type)
        || type.IsAssignableTo(typeof(Type)) || type.IsAssignableTo(typeof(Exception)) || type.IsAssignableTo(typeof(GrainReference))
        || (Nullable.GetUnderlyingType(type) is { } inner && IsLeaf(inner))
        || IsClosedImmutable(type);

    /// <summary>Marked as never changing, and of parts that all are known beforehand to travel.</summary>
    private static bool IsClosedImmutable(Type type) =>
        Serializable.IsDeclared(type) && (type.IsSealed || type.IsValueType)
        && type.IsDefined(typeof(Orleans.ImmutableAttribute), inherit: false) && !IsOpen(type, []);

    private static bool IsOpen(Type type, HashSet<Type> seen)
    {
        if (type.IsPrimitive || type.IsEnum || Leaves.Contains(type) || !seen.Add(type)) return false;
        if (CollectionCopiers.For(type) is not null) return CollectionCopiers.PartsOf(type).Any(part => IsOpen(part, seen));
        if (!Serializable.IsDeclared(type) || !(type.IsSealed || type.IsValueType)) return true;
        return Serializable.MembersOf(type).Any(member => IsOpen(member.Field.FieldType, seen));
    }
}
