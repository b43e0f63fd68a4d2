using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Revitalization.Engine.Local.Activations;

/// <summary>Which class answers to which interface, and how each is constructed.</summary>
internal sealed class GrainClasses
{
    private readonly FrozenDictionary<Type, Type[]> _byInterface;
    private readonly ConcurrentDictionary<Type, ObjectFactory> _constructors = new();

    public GrainClasses(IEnumerable<Assembly> assemblies)
    {
        var classes = assemblies.Distinct()
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsSubclassOf(typeof(Grain)));
        _byInterface = classes
            .SelectMany(type => type.GetInterfaces(), (type, contract) => (type, contract))
            .Where(pair => pair.contract.IsAssignableTo(typeof(IGrain)))
            .GroupBy(pair => pair.contract, pair => pair.type)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        foreach (var contract in _byInterface.Keys) Check(contract);
    }

    /// <summary>The one class that implements the interface; with a prefix, the one whose full name starts so.</summary>
    public Type Resolve(Type contract, string? classNamePrefix)
    {
        var candidates = _byInterface.GetValueOrDefault(contract) ?? [];
        if (!string.IsNullOrWhiteSpace(classNamePrefix))
            candidates = [.. candidates.Where(type => type.FullName!.StartsWith(classNamePrefix, StringComparison.Ordinal))];
        return candidates switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"No grain class implements {contract}.", nameof(contract)),
            _ => throw new ArgumentException(
                $"{contract} is implemented by {string.Join(", ", candidates.Select(type => type.Name))}: name one.", nameof(contract)),
        };
    }

    public Grain Construct(Type type, IServiceProvider services)
    {
        var constructor = _constructors.GetOrAdd(type, static type => ActivatorUtilities.CreateFactory(type, Type.EmptyTypes));
        return (Grain)constructor(services, null);
    }

    /// <summary>Orleans refuses such an interface when it is compiled; here it is refused when the host is built.</summary>
    private static void Check(Type contract)
    {
        var wrong = contract.GetMethods().FirstOrDefault(method => !IsAwaitable(method.ReturnType)
            || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef));
        if (wrong is not null)
            throw new InvalidOperationException(
                $"{contract.Name}.{wrong.Name}: a grain's method returns Task, Task<T>, ValueTask or ValueTask<T> and has no ref or out parameter.");
    }

    private static bool IsAwaitable(Type type)
    {
        if (type == typeof(Task) || type == typeof(ValueTask)) return true;
        if (!type.IsGenericType) return false;
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Task<>) || definition == typeof(ValueTask<>);
    }
}
