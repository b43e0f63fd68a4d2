using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Revitalization.Engine.Local.Messages;

/// <summary>
/// Types that travel without declaring it. Only these exactly: a subclass, a query, or the nameless list that a collection
/// expression makes for an interface has no way over a wire.
/// </summary>
internal static class CollectionCopiers
{
    private static readonly FrozenDictionary<Type, MethodInfo> Methods = typeof(CollectionCopiers)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(method => method.Name == nameof(Copy))
        .ToFrozenDictionary(method => Definition(method.ReturnType));

    /// <summary>The method that copies this type; null when it is none of these.</summary>
    public static MethodInfo? For(Type type)
    {
        if (type.IsSZArray) return ArrayMethod.MakeGenericMethod(type.GetElementType()!);
        if (!Methods.TryGetValue(Definition(type), out var method)) return null;
        return method.IsGenericMethodDefinition ? method.MakeGenericMethod(type.GetGenericArguments()) : method;
    }

    public static Type[] PartsOf(Type type) => type.IsSZArray ? [type.GetElementType()!] : type.GetGenericArguments();

    private static MethodInfo ArrayMethod { get; } =
        typeof(CollectionCopiers).GetMethod(nameof(CopyArray), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static T[] CopyArray<T>(T[] source, CopyScope scope)
    {
        var copy = (T[])source.Clone();
        scope.Record(source, copy);
        if (Copier<T>.Plan.IsLeaf) return copy;
        for (var i = 0; i < copy.Length; i++) copy[i] = MessageCopier.Member(source[i], scope);
        return copy;
    }

    private static List<T> Copy<T>(List<T> source, CopyScope scope)
    {
        var copy = new List<T>(source.Count);
        scope.Record(source, copy);
        if (Copier<T>.Plan.IsLeaf) copy.AddRange(source);
        else foreach (var item in source) copy.Add(MessageCopier.Member(item, scope));
        return copy;
    }

    private static Dictionary<TKey, TValue> Copy<TKey, TValue>(Dictionary<TKey, TValue> source, CopyScope scope) where TKey : notnull
    {
        var copy = new Dictionary<TKey, TValue>(source.Count, source.Comparer);
        scope.Record(source, copy);
        foreach (var (key, value) in source) copy.Add(MessageCopier.Member(key, scope), MessageCopier.Member(value, scope));
        return copy;
    }

    private static SortedDictionary<TKey, TValue> Copy<TKey, TValue>(SortedDictionary<TKey, TValue> source, CopyScope scope) where TKey : notnull
    {
        var copy = new SortedDictionary<TKey, TValue>(source.Comparer);
        scope.Record(source, copy);
        foreach (var (key, value) in source) copy.Add(MessageCopier.Member(key, scope), MessageCopier.Member(value, scope));
        return copy;
    }

    private static HashSet<T> Copy<T>(HashSet<T> source, CopyScope scope)
    {
        var copy = new HashSet<T>(source.Count, source.Comparer);
        scope.Record(source, copy);
        foreach (var item in source) copy.Add(MessageCopier.Member(item, scope));
        return copy;
    }

    private static SortedSet<T> Copy<T>(SortedSet<T> source, CopyScope scope)
    {
        var copy = new SortedSet<T>(source.Comparer);
        scope.Record(source, copy);
        foreach (var item in source) copy.Add(MessageCopier.Member(item, scope));
        return copy;
    }

    private static Queue<T> Copy<T>(Queue<T> source, CopyScope scope)
    {
        var copy = new Queue<T>(source.Count);
        scope.Record(source, copy);
        foreach (var item in source) copy.Enqueue(MessageCopier.Member(item, scope));
        return copy;
    }

    private static Stack<T> Copy<T>(Stack<T> source, CopyScope scope)
    {
        var copy = new Stack<T>(source.Count);
        scope.Record(source, copy);
        foreach (var item in source.Reverse()) copy.Push(MessageCopier.Member(item, scope));
        return copy;
    }

    private static ReadOnlyCollection<T> Copy<T>(ReadOnlyCollection<T> source, CopyScope scope)
    {
        var inner = new List<T>(source.Count);
        var copy = new ReadOnlyCollection<T>(inner);
        scope.Record(source, copy);
        foreach (var item in source) inner.Add(MessageCopier.Member(item, scope));
        return copy;
    }

    private static ImmutableArray<T> Copy<T>(ImmutableArray<T> source, CopyScope scope) =>
        source.IsDefault || Copier<T>.Plan.IsLeaf
            ? source
            : ImmutableCollectionsMarshal.AsImmutableArray(CopyArray(ImmutableCollectionsMarshal.AsArray(source)!, scope));

    private static ImmutableList<T> Copy<T>(ImmutableList<T> source, CopyScope scope) =>
        Copier<T>.Plan.IsLeaf ? source : [.. source.Select(item => MessageCopier.Member(item, scope))];

    private static ImmutableHashSet<T> Copy<T>(ImmutableHashSet<T> source, CopyScope scope) =>
        Copier<T>.Plan.IsLeaf ? source : source.Select(item => MessageCopier.Member(item, scope)).ToImmutableHashSet(source.KeyComparer);

    private static ImmutableSortedSet<T> Copy<T>(ImmutableSortedSet<T> source, CopyScope scope) =>
        Copier<T>.Plan.IsLeaf ? source : source.Select(item => MessageCopier.Member(item, scope)).ToImmutableSortedSet(source.KeyComparer);

    private static ImmutableDictionary<TKey, TValue> Copy<TKey, TValue>(ImmutableDictionary<TKey, TValue> source, CopyScope scope)
        where TKey : notnull =>
        Copier<TKey>.Plan.IsLeaf && Copier<TValue>.Plan.IsLeaf
            ? source
            : source.Select(pair => Copy(pair, scope)).ToImmutableDictionary(source.KeyComparer, source.ValueComparer);

    private static ImmutableSortedDictionary<TKey, TValue> Copy<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue> source, CopyScope scope)
        where TKey : notnull =>
        Copier<TKey>.Plan.IsLeaf && Copier<TValue>.Plan.IsLeaf
            ? source
            : source.Select(pair => Copy(pair, scope)).ToImmutableSortedDictionary(source.KeyComparer, source.ValueComparer);

    private static KeyValuePair<TKey, TValue> Copy<TKey, TValue>(KeyValuePair<TKey, TValue> source, CopyScope scope) =>
        new(MessageCopier.Member(source.Key, scope), MessageCopier.Member(source.Value, scope));

    private static T? Copy<T>(T? source, CopyScope scope) where T : struct =>
        source is { } value ? MessageCopier.Member(value, scope) : null;

    private static ReadOnlyMemory<byte> Copy(ReadOnlyMemory<byte> source, CopyScope scope) => source.ToArray();

    private static Memory<byte> Copy(Memory<byte> source, CopyScope scope) => source.ToArray();

    private static (T1, T2) Copy<T1, T2>((T1, T2) source, CopyScope scope) =>
        (MessageCopier.Member(source.Item1, scope), MessageCopier.Member(source.Item2, scope));

    private static (T1, T2, T3) Copy<T1, T2, T3>((T1, T2, T3) source, CopyScope scope) =>
        (MessageCopier.Member(source.Item1, scope), MessageCopier.Member(source.Item2, scope), MessageCopier.Member(source.Item3, scope));

    private static (T1, T2, T3, T4) Copy<T1, T2, T3, T4>((T1, T2, T3, T4) source, CopyScope scope) =>
        (MessageCopier.Member(source.Item1, scope), MessageCopier.Member(source.Item2, scope),
            MessageCopier.Member(source.Item3, scope), MessageCopier.Member(source.Item4, scope));
}
