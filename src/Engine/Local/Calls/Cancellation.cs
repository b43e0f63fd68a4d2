namespace Revitalization.Engine.Local.Calls;

/// <summary>
/// Ties the callee's own token to the caller's. The caller stops waiting at once; the callee learns of it in a turn of its own,
/// even while its call is under way, and one that has not begun never does.
/// </summary>
internal sealed class Cancellation : IDisposable
{
    private readonly CancellationTokenSource _callee = new();
    private CancellationTokenRegistration _caller;

    private Cancellation(CancellationToken callers) => Token = callers;

    /// <summary>The caller's token.</summary>
    public CancellationToken Token { get; }

    public bool IsRequested => Token.IsCancellationRequested;

    public static Cancellation Tie(Call call, GrainMethod method, object?[] arguments, CancellationToken callers)
    {
        var tie = new Cancellation(callers);
        arguments[method.CancellationIndex] = tie._callee.Token;
        tie._caller = callers.UnsafeRegister(_ => tie.Requested(call), null);
        return tie;
    }

    /// <summary>The callee's source stays, for the callee may still hold its token; without a timer it owns nothing to release.</summary>
    public void Dispose() => _caller.Unregister();

    private void Requested(Call call)
    {
        call.Cancel(Token);
        call.InTargetsTurn(_callee.Cancel);
    }
}
