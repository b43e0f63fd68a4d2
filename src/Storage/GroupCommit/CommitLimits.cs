namespace Revitalization.Storage.GroupCommit;

/// <param name="Waiting">Requests that may wait; further callers wait for room.</param>
/// <param name="Batch">Requests in one transaction at most.</param>
/// <param name="BatchBytes">Weight of a transaction after which no further request joins it.</param>
internal sealed record CommitLimits(int Waiting = 4096, int Batch = 512, int BatchBytes = 4 << 20);
