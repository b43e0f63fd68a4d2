namespace Revitalization.Storage.GroupCommit;

/// <summary>A request in the queue and the promise to its caller.</summary>
internal sealed class Pending<TRequest, TResult>(TRequest request, CancellationToken cancellation)
{
    public TRequest Request { get; } = request;

    // The writer thread must not run its callers' continuations.
    public TaskCompletionSource<TResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the caller gave up before the request was taken; it is then told so, and nothing was written.</summary>
    public bool GaveUp() => cancellation.IsCancellationRequested && Result.TrySetCanceled(cancellation);
}
