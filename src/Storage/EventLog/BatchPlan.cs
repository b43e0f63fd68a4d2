namespace Revitalization.Storage.EventLog;

/// <summary>
/// What one transaction will write for a batch of commands, decided in the order they came. A command that conflicts
/// or repeats is answered alone; its neighbours are untouched. Pure: the database's facts come in, rows come out.
/// </summary>
internal sealed class BatchPlan
{
    private readonly Dictionary<string, CommandOutcome?> _outcomes = [];
    private readonly Dictionary<string, long> _versions = [];
    private readonly Func<string, CommandOutcome?> _findCommand;
    private readonly Func<string, long> _versionOf;
    private long _seq;

    private BatchPlan(long head, Func<string, CommandOutcome?> findCommand, Func<string, long> versionOf)
    {
        (_seq, _findCommand, _versionOf) = (head, findCommand, versionOf);
    }

    /// <summary>One per command, in order.</summary>
    public List<AppendResult> Results { get; } = [];

    /// <summary>The accepted commands with the position before their first event.</summary>
    public List<(AppendRequest Request, long SeqBefore, CommandOutcome Outcome)> Accepted { get; } = [];

    /// <summary>The log's head after this batch.</summary>
    public long Head => _seq;

    /// <param name="head">The log's head inside the transaction.</param>
    /// <param name="findCommand">The stored outcome of a command id.</param>
    /// <param name="versionOf">The stored version of a stream, 0 if new.</param>
    public static BatchPlan Of(
        IReadOnlyList<AppendRequest> batch, long head, Func<string, CommandOutcome?> findCommand, Func<string, long> versionOf)
    {
        var plan = new BatchPlan(head, findCommand, versionOf);
        foreach (var request in batch) plan.Results.Add(plan.Decide(request));
        return plan;
    }

    private AppendResult Decide(AppendRequest request)
    {
        if (Known(_outcomes, request.CommandId, _findCommand) is { } first)
            return first.ContentHash == request.ContentHash
                ? new(AppendStatus.Repeated, first)
                : new(AppendStatus.CommandIdReused, null);

        return Known(_versions, request.Stream, _versionOf) == request.ExpectedVersion
            ? new(AppendStatus.Appended, Accept(request))
            : new(AppendStatus.VersionConflict, null);
    }

    private CommandOutcome Accept(AppendRequest request)
    {
        var before = _seq;
        _seq += request.Events.Count;
        var version = request.ExpectedVersion + request.Events.Count;
        var outcome = new CommandOutcome(
            request.CommandId, request.ContentHash, request.Stream, version, _seq, Instant.Stored(request.At));
        _outcomes[request.CommandId] = outcome;
        _versions[request.Stream] = version;
        Accepted.Add((request, before, outcome));
        return outcome;
    }

    private static T Known<T>(Dictionary<string, T> seen, string key, Func<string, T> ask)
    {
        if (!seen.TryGetValue(key, out var value)) seen[key] = value = ask(key);
        return value;
    }
}
