using System.Linq.Expressions;
using System.Reflection;
using Revitalization.Engine.Local.Activations;
using Revitalization.Engine.Local.Hosting;
using Revitalization.Engine.Local.Messages;

namespace Revitalization.Engine.Local.Calls;

/// <summary>How one method of a grain interface is called: compiled once, on first use.</summary>
internal abstract class GrainMethod
{
    private readonly Func<object, object?[], Task?> _invoke;
    private readonly ArgumentCopier?[] _copiers;

    protected GrainMethod(MethodInfo method, Func<object, object?[], Task?> invoke)
    {
        var parameters = method.GetParameters();
        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        CancellationIndex = Array.FindIndex(parameters, parameter => parameter.ParameterType == typeof(CancellationToken));
        _invoke = invoke;
        _copiers = [.. parameters.Select(ArgumentCopier.For)];
        if (_copiers.All(copier => copier is null)) _copiers = [];
    }

    public string Name { get; }

    /// <summary>Which argument is the cancellation token; -1 for none.</summary>
    public int CancellationIndex { get; }

    public Task? Invoke(object grain, object?[] arguments) => _invoke(grain, arguments);

    /// <summary>Copies the arguments in the caller's turn, sends the call, and returns what the method's return type says.</summary>
    public abstract object Send(LocalEngine engine, GrainAddress target, object?[] arguments);

    public static GrainMethod Of(MethodInfo method)
    {
        var returns = method.ReturnType;
        var isValueTask = !typeof(Task).IsAssignableFrom(returns);
        var result = returns.IsGenericType ? returns.GetGenericArguments()[0] : typeof(Nothing);
        return (GrainMethod)Activator.CreateInstance(
            typeof(GrainMethod<>).MakeGenericType(result),
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions,
            binder: null, [method, Compile(method, isValueTask), isValueTask], culture: null)!;
    }

    protected CancellationToken CopyArguments(object?[] arguments)
    {
        if (_copiers.Length > 0)
        {
            using var scope = CopyScope.Take();
            for (var i = 0; i < _copiers.Length; i++)
                if (_copiers[i] is { } copier) arguments[i] = copier.Copy(arguments[i], scope);
        }
        return CancellationIndex < 0 ? default : (CancellationToken)arguments[CancellationIndex]!;
    }

    private static Func<object, object?[], Task?> Compile(MethodInfo method, bool isValueTask)
    {
        var grain = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var typed = method.GetParameters().Select((parameter, index) =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(index)), parameter.ParameterType));
        Expression call = Expression.Call(Expression.Convert(grain, method.DeclaringType!), method, typed);
        if (isValueTask) call = Expression.Call(call, nameof(ValueTask.AsTask), null);
        return Expression.Lambda<Func<object, object?[], Task?>>(call, grain, arguments).Compile();
    }
}

/// <summary>The result of a method that returns only that it is done.</summary>
internal readonly struct Nothing;

internal sealed class GrainMethod<TResult>(MethodInfo method, Func<object, object?[], Task?> invoke, bool isValueTask)
    : GrainMethod(method, invoke)
{
    private readonly bool _sharesResult = method.ReturnParameter.IsDefined(typeof(Orleans.ImmutableAttribute), inherit: false);

    public override object Send(LocalEngine engine, GrainAddress target, object?[] arguments)
    {
        var cancellation = CopyArguments(arguments);
        return cancellation.IsCancellationRequested
            ? Returned(Task.FromCanceled<TResult>(cancellation))
            : Returned(Sent(engine, target, arguments, cancellation));
    }

    /// <summary>A copy of what the finished work returned.</summary>
    public TResult Result(Task work) =>
        typeof(TResult) == typeof(Nothing) ? default! : MessageCopier.Copy(((Task<TResult>)work).Result, _sharesResult);

    private Task<TResult> Sent(LocalEngine engine, GrainAddress target, object?[] arguments, CancellationToken cancellation)
    {
        var call = new Call<TResult>(engine, this, target, arguments);
        call.Send(cancellation);
        return call.Promise;
    }

    private object Returned(Task<TResult> promise)
    {
        if (!isValueTask) return promise;
        return typeof(TResult) == typeof(Nothing) ? new ValueTask(promise) : new ValueTask<TResult>(promise);
    }
}
