namespace Revitalization.Storage.EventLog;

/// <summary>What the log's one writer is asked for; exactly one part is set.</summary>
internal readonly record struct LogWrite(AppendRequest? Append, Snapshot? Save = null, string? Drop = null)
{
    public static int Weigh(LogWrite write) =>
        write.Append is { } append ? LogLimits.Weigh(append) : 256 + (write.Save?.Data.Length ?? 0);
}
