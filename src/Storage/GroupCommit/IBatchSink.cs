namespace Revitalization.Storage.GroupCommit;

/// <summary>Writes a batch in one transaction. Called by one thread only.</summary>
internal interface IBatchSink<in TRequest, out TResult> : IDisposable
{
    /// <summary>Returns one result per request, in order, once all of them are durable; throws if the outcome is unknown.</summary>
    IReadOnlyList<TResult> Commit(IReadOnlyList<TRequest> batch);

    /// <summary>Called after the batch's callers were answered: housekeeping that nobody should wait for.</summary>
    void AfterCommit();
}
