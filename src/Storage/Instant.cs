namespace Revitalization.Storage;

/// <summary>Recorded times are kept to the microsecond in both databases, so that a receipt reads the same when repeated.</summary>
internal static class Instant
{
    public static DateTimeOffset Stored(DateTimeOffset at) => FromMicros(ToMicros(at));

    public static long ToMicros(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicros(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
