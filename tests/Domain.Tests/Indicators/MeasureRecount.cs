using Revitalization.Domain.Monitoring;

namespace Revitalization.Domain.Tests.Indicators;

/// <summary>Measures by reading the events from the beginning, round by round.</summary>
internal static class MeasureRecount
{
    public sealed record Counted(int Round, string Id, DateOnly PlannedOn, long AmountFen, DateOnly? CompletedOn);

    public static IReadOnlyList<Counted> Of(IReadOnlyList<MonitoringEvent> events)
    {
        var (round, measures) = (0, new Dictionary<(int Round, string Id), Counted>());
        foreach (var happened in events)
        {
            switch (happened)
            {
                case MonitoringAdmitted e: round = e.Round; break;
                case MonitoringTakenOver: round = 1; break;
                case MeasurePlanned e: measures[(round, e.MeasureId)] = new(round, e.MeasureId, e.On, e.AmountFen, null); break;
                case MeasureCompleted e: measures[(round, e.MeasureId)] = measures[(round, e.MeasureId)] with { CompletedOn = e.On }; break;
                case MeasureWithdrawn e: measures.Remove((round, e.MeasureId)); break;
                default: break;
            }
        }
        return [.. measures.Values];
    }

    /// <summary>The first measure of each round that a procedure led to, and the days since the procedure's oldest clue.</summary>
    public static IEnumerable<(DateOnly On, int Days)> FirstHelp(IReadOnlyList<MonitoringEvent> events)
    {
        var (clues, firstClue) = (new Dictionary<string, DateOnly>(StringComparer.Ordinal), new Dictionary<int, DateOnly>());
        var isMonitored = false;
        foreach (var happened in events)
        {
            switch (happened)
            {
                case ClueReported e when !isMonitored: clues[e.ClueId] = e.On; break;
                case ClueWithdrawn e: clues.Remove(e.ClueId); break;
                case AdmissionDismissed: clues.Clear(); break;
                case MonitoringAdmitted e: firstClue[e.Round] = clues.Values.Min(); clues.Clear(); isMonitored = true; break;
                case MonitoringTakenOver: isMonitored = true; break;
                case RiskCleared: isMonitored = false; break;
                default: break;
            }
        }
        return Of(events).Where(measure => firstClue.ContainsKey(measure.Round)).GroupBy(measure => measure.Round)
            .Select(measures => measures.Min(measure => measure.PlannedOn) is var on ? (on, Math.Max(0, on.DayNumber - firstClue[measures.Key].DayNumber)) : default);
    }
}
