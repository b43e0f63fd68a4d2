using System.Collections.Immutable;
using System.Globalization;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>A file as the lists keep it: folded, with every forecast since, of which the file itself knows the last only.</summary>
internal sealed record FileState(MonitoringFile File, ImmutableArray<Forecast> Forecasts)
{
    public static readonly FileState Empty = new(MonitoringFile.Empty, []);

    public FileState After(StoredEvent stored)
    {
        if (stored.Version != File.Version + 1)
            throw PoisonEventException.Of(stored, new InvalidDataException($"expected version {File.Version + 1}"));
        var file = MonitoringEvolve.Evolve(File, Events.Read<MonitoringEvent>(stored));
        return new(file, ColourTimeline.After(Forecasts, file.Finding));
    }

    public object?[] Row(string household) =>
        [household, (long)Snapshots.MonitoringFile.SchemaVersion, Snapshots.MonitoringFile.Write(File).ToArray(), Text(Forecasts)];

    public static FileState Read(object version, byte[] state, string forecasts) =>
        Convert.ToInt32(version, CultureInfo.InvariantCulture) == Snapshots.MonitoringFile.SchemaVersion
            ? new(Snapshots.MonitoringFile.Read(state), Forecasted(forecasts))
            : throw new InvalidOperationException("Stored files have another shape: raise the projection's schema version.");

    private static string Text(ImmutableArray<Forecast> forecasts) =>
        string.Join(' ', forecasts.Select(forecast => $"{PersonFields.Day(forecast.On)}>{PersonFields.Day(forecast.ExpectedClearOn)}"));

    private static ImmutableArray<Forecast> Forecasted(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => new Forecast(Day(each[..10]), Day(each[11..])))];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
