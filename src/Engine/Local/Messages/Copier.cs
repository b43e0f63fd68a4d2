using System.Reflection;
using Orleans.Serialization;

namespace Revitalization.Engine.Local.Messages;

/// <summary>How values of one exact type travel.</summary>
/// <param name="IsLeaf">Cannot change, and all of it may be shared: copying is the value itself.</param>
/// <param name="IsOpen">Somewhere inside may be a value of a type not known beforehand, which must be looked at each time.</param>
internal sealed record CopierPlan(bool IsLeaf, bool IsOpen);

/// <summary>Copies objects whose type is known only when they come.</summary>
internal abstract class Copier
{
    public abstract object CopyObject(object value, CopyScope scope);
}

internal sealed class Copier<T> : Copier
{
    public static readonly CopierPlan Plan = CopierCatalog.PlanOf(typeof(T));

    private static readonly Func<T, CopyScope, T> Copy = Build();

    /// <summary>Copies a value of exactly this type.</summary>
    public static T Exact(T value, CopyScope scope) => Copy(value, scope);

    public override object CopyObject(object value, CopyScope scope) => Plan.IsLeaf ? value : Copy((T)value, scope)!;

    private static Func<T, CopyScope, T> Build()
    {
        var type = typeof(T);
        if (Plan.IsLeaf) return static (value, _) => value;
        if (CollectionCopiers.For(type) is { } collection) return collection.CreateDelegate<Func<T, CopyScope, T>>();
        if (!Serializable.IsDeclared(type)) return static (_, _) => throw Refused();
        var members = CopierEmitter.Emit<T>();
        if (!type.IsDefined(typeof(Orleans.ImmutableAttribute), inherit: false)) return members;
        if (!Plan.IsOpen) return static (value, _) => value;
        return (value, scope) =>
        {
            _ = members(value, scope);
            return value;
        };
    }

    private static CodecNotFoundException Refused() => new(
        $"{typeof(T)} cannot travel in a grain call: it has no [GenerateSerializer], and is no type known to travel without.");
}

/// <summary>Copies one argument of a call. Null where the declared type is a leaf.</summary>
internal abstract class ArgumentCopier
{
    public abstract object? Copy(object? value, CopyScope scope);

    public static ArgumentCopier? For(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken) || CopierCatalog.PlanOf(type).IsLeaf) return null;
        var shared = parameter.IsDefined(typeof(Orleans.ImmutableAttribute), inherit: false);
        return (ArgumentCopier)Activator.CreateInstance(typeof(ArgumentCopier<>).MakeGenericType(type), [shared])!;
    }
}

internal sealed class ArgumentCopier<T>(bool shared) : ArgumentCopier
{
    public override object? Copy(object? value, CopyScope scope) =>
        shared ? MessageCopier.Share((T)value!, scope) : MessageCopier.Member((T)value!, scope);
}
