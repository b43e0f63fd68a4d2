using System.Runtime.CompilerServices;

namespace Revitalization.Engine.Local.Messages;

/// <summary>
/// Copies what a call carries, as serialising it would: receiver and sender share nothing that can change, what is not declared
/// to travel does not, and what could not travel between machines does not travel within one.
/// </summary>
internal static class MessageCopier
{
    /// <summary>A copy of a whole message.</summary>
    /// <param name="shared">Declared [Immutable] where it is passed: it is checked, not copied.</param>
    public static T Copy<T>(T value, bool shared)
    {
        if (Copier<T>.Plan.IsLeaf) return value;
        using var scope = CopyScope.Take();
        return shared ? Share(value, scope) : Member(value, scope);
    }

    /// <summary>The value itself, once it is sure that it could travel.</summary>
    public static T Share<T>(T value, CopyScope scope)
    {
        if (Copier<T>.Plan.IsOpen) _ = Member(value, scope);
        return value;
    }

    /// <summary>A copy of one part of a message. What was met before in the same message becomes the same copy.</summary>
    public static T Member<T>(T value, CopyScope scope)
    {
        if (Copier<T>.Plan.IsLeaf || value is null) return value;
        if (typeof(T).IsValueType) return Copier<T>.Exact(value, scope);
        if (scope.TryGet(value, out var copied)) return Unsafe.As<object, T>(ref copied);
        if (value.GetType() == typeof(T)) return Copier<T>.Exact(value, scope);
        return (T)CopierCatalog.Of(value.GetType()).CopyObject(value, scope);
    }
}
