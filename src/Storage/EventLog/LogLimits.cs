namespace Revitalization.Storage.EventLog;

/// <summary>What one call may carry. Checked before a request joins others, so that it fails alone.</summary>
public static class LogLimits
{
    /// <summary>Events one read returns at most; callers page.</summary>
    public const int EventsPerRead = 10_000;

    public const int EventsPerCommand = 1_000;

    public const int BytesPerCommand = 16 << 20;

    private const int NameLength = 200;

    internal static int Weigh(AppendRequest request)
    {
        var bytes = 256;
        foreach (var e in request.Events) bytes += e.Data.Length + 128;
        return bytes;
    }

    internal static void Check(AppendRequest request)
    {
        Name(request.Stream, nameof(request.Stream));
        Name(request.CommandId, nameof(request.CommandId));
        Name(request.ContentHash, nameof(request.ContentHash));
        Name(request.Actor, nameof(request.Actor));
        foreach (var e in request.Events) Name(e.Type, nameof(e.Type));
        if (request.ExpectedVersion < 0) throw new ArgumentException("A version is not negative.", nameof(request));
        if (request.Events.Count > EventsPerCommand) throw new ArgumentException("Too many events in one command.", nameof(request));
        if (Weigh(request) > BytesPerCommand) throw new ArgumentException("Too many bytes in one command.", nameof(request));
    }

    internal static void CheckRead(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, EventsPerRead);
    }

    private static void Name(string value, string what)
    {
        if (value is not { Length: > 0 and <= NameLength } || value.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentException($"{what} has 1 to {NameLength} characters and no NUL.", what);
    }
}
