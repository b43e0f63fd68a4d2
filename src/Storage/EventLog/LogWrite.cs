namespace Revitalization.Storage.EventLog;

/// <summary>What the log's one writer is asked for; exactly one part is set.</summary>
internal readonly record struct LogWrite(AppendRequest? Append, Snapshot? Save = null, string? Drop = null)
{
    public static int Weigh(LogWrite write) =>
        write.Append is { } append ? LogLimits.Weigh(append) : 256 + (write.Save?.Data.Length ?? 0);

    /// <summary>The answers to a mixed batch: those of its appends in their places, nothing to say for the rest.</summary>
    public static List<AppendResult> InOrder(IReadOnlyList<LogWrite> batch, List<AppendResult> appended)
    {
        var next = 0;
        return batch.Select(write => write.Append is null ? default : appended[next++]).ToList();
    }
}
