using System.Collections.Immutable;

namespace Revitalization.Domain.Monitoring;

/// <summary>A file as it stood on a day (当日状态), with what was forecast up to then.</summary>
public sealed record MonitoringPast(MonitoringFile File, ImmutableArray<Forecast> Forecasts)
{
    /// <param name="known">Every event known at the moment asked about, in order; those dated after the day are not counted.</param>
    public static MonitoringPast On(IEnumerable<MonitoringEvent> known, DateOnly day)
    {
        var (file, forecasts) = (MonitoringFile.Empty, ImmutableArray<Forecast>.Empty);
        foreach (var happened in known)
        {
            // A closing that is not counted cannot be withdrawn either.
            if (happened.On > day || (happened is FileReopened && file.BeforeClosing is null)) continue;
            file = MonitoringEvolve.Evolve(file, happened);
            forecasts = ColourTimeline.After(forecasts, file.Finding);
        }
        return new(file, forecasts);
    }
}
