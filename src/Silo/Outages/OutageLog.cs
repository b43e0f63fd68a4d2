namespace Revitalization.Silo.Outages;

/// <summary>
/// Tells the operator of an outage (中断) when it begins, with its cause; by a count at intervals; and when it is over. A loop that tries again
/// every second would bury every other line of the log. A cause of another kind is told as it comes. For one loop, not for several.
/// </summary>
public sealed partial class OutageLog(ILogger logger, TimeProvider clock, string who)
{
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(5);

    private readonly HashSet<Type> _causes = [];
    private long _began, _told, _failures;

    public void Failed(Exception cause)
    {
        var now = clock.GetTimestamp();
        if (_failures++ == 0) _began = now;
        if (_causes.Add(cause.GetType())) Began(logger, cause, who);
        else if (clock.GetElapsedTime(_told, now) >= s_between) Lasts(logger, who, _failures, Seconds(now));
        else return;
        _told = now;
    }

    public void Answered()
    {
        if (_failures == 0) return;
        Over(logger, who, _failures, Seconds(clock.GetTimestamp()));
        _failures = 0;
        _causes.Clear();
    }

    private long Seconds(long now) => (long)clock.GetElapsedTime(_began, now).TotalSeconds;

    [LoggerMessage(LogLevel.Warning, "{Who} cannot reach what it needs; it is tried again until it can.")]
    private static partial void Began(ILogger logger, Exception cause, string who);

    [LoggerMessage(LogLevel.Warning, "{Who} still cannot: {Failures} attempts in {Seconds} seconds.")]
    private static partial void Lasts(ILogger logger, string who, long failures, long seconds);

    [LoggerMessage(LogLevel.Information, "{Who} goes on after {Failures} failed attempts in {Seconds} seconds.")]
    private static partial void Over(ILogger logger, string who, long failures, long seconds);
}
