using System.Collections.Immutable;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Domain.Indicators;

/// <summary>A time in monitoring, as figures see it: from the day the platform had the file until it was cleared or the household closed.</summary>
/// <param name="Until">First day no longer counted; null while it lasts.</param>
/// <param name="Cleared">Ended by the procedure, not by the household's closing.</param>
public sealed record MonitoringRound(
    DateOnly From, DateOnly? Until, Admission Admission, int Number, bool Cleared, Finding? Finding, ImmutableArray<Forecast> Forecasts);

/// <param name="From">The day the step was entered.</param>
public sealed record MonitoringStanding(DateOnly From, MonitoringStep Step);

/// <summary>Something counted on its day.</summary>
public readonly record struct MonitoringMark(DateOnly On, string Indicator, long Number);

/// <summary>
/// What the figures keep of one household's monitoring: the file itself, and what a file forgets when it begins anew. A fold of the
/// file's events, so a figure rebuilt from zero is the figure kept day by day.
/// </summary>
/// <param name="Rounds">The ended ones.</param>
/// <param name="RoundFrom">Since when the present round is counted.</param>
/// <param name="FirstClueOn">Of the procedure that led to the present round; null after a takeover.</param>
/// <param name="Marks">Steps taken, and what was done in ended rounds.</param>
public sealed record MonitoringRecord(
    MonitoringFile File, ImmutableArray<Forecast> Forecasts, ImmutableArray<MonitoringRound> Rounds, DateOnly RoundFrom, DateOnly? FirstClueOn,
    ImmutableArray<MonitoringStanding> Standings, ImmutableArray<MonitoringMark> Marks)
{
    public static readonly MonitoringRecord Empty = new(MonitoringFile.Empty, [], [], default, null, [], []);

    /// <summary>The present round as well, where there is one.</summary>
    public IEnumerable<MonitoringRound> AllRounds() => File.Admission is { } admission
        ? Rounds.Append(new(RoundFrom, null, admission, File.Round, Cleared: false, File.Finding, Forecasts))
        : Rounds;

    public static MonitoringRecord Evolve(MonitoringRecord record, MonitoringEvent happened)
    {
        var (before, after) = (record.File, MonitoringEvolve.Evolve(record.File, happened));
        var now = record with
        {
            File = after,
            Forecasts = ColourTimeline.After(record.Forecasts, after.Finding),
            Standings = Stand(record.Standings, before, after, happened),
        };
        return Marked(Turned(now, record, happened), before, happened);
    }

    private static ImmutableArray<MonitoringStanding> Stand(
        ImmutableArray<MonitoringStanding> standings, MonitoringFile before, MonitoringFile after, MonitoringEvent happened) => happened switch
    {
        // What was reported or closed by mistake never stood.
        ClueWithdrawn or FileReopened when before.Step != after.Step && !standings.IsEmpty => standings.RemoveAt(standings.Length - 1),
        // A clue may be older than the procedure that ended before it was reported.
        _ when before.Step != after.Step => standings.Add(new(standings is [.., var last] && last.From > after.Since ? last.From : after.Since, after.Step)),
        _ => standings,
    };

    private static MonitoringRecord Turned(MonitoringRecord now, MonitoringRecord before, MonitoringEvent happened) => happened switch
    {
        MonitoringAdmitted e => now with
        {
            RoundFrom = e.On, FirstClueOn = FirstOpenClue(before.File), Marks = [.. now.Marks, .. MonitoringMarks.OfRound(before)],
        },
        MonitoringTakenOver e => now with { RoundFrom = e.On, FirstClueOn = null },
        RiskCleared or FileClosed when before.File.Admission is { } admission => now with
        {
            Rounds = now.Rounds.Add(new(before.RoundFrom, happened.On, admission, before.File.Round, happened is RiskCleared, before.File.Finding, before.Forecasts)),
        },
        FileReopened when now.File.Admission is not null => now with { Rounds = now.Rounds.RemoveAt(now.Rounds.Length - 1) },
        _ => now,
    };

    private static MonitoringRecord Marked(MonitoringRecord now, MonitoringFile before, MonitoringEvent happened) =>
        now with { Marks = [.. now.Marks, .. MonitoringMarks.OfStep(before, happened)] };

    private static DateOnly? FirstOpenClue(MonitoringFile file)
    {
        var open = file.Clues.Where(clue => !clue.Settled).Select(clue => clue.On).ToList();
        return open.Count > 0 ? open.Min() : null;
    }
}
