using System.Diagnostics;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Screening;

/// <summary>A screening is asked for once and run until it ends; a run that another one overtook records nothing more.</summary>
public static class ScreeningRules
{
    public static Decision<ScreeningEvent> Decide(CountyScreening screening, ScreeningCommand command, string by, DateTimeOffset now) => command switch
    {
        RequestScreening c => Request(screening, c, by, now),
        _ when screening.Request is null => ScreeningRefusal.ScreeningUnknown.On(),
        _ when screening.EndedAt is not null => ScreeningRefusal.AlreadyEnded.On(),
        BeginScreening c => c.Run <= screening.Run ? ScreeningRefusal.RunOvertaken.On() : new ScreeningBegun(c.Run, c.Position, now),
        FlagHouseholds c when c.Run != screening.Run => ScreeningRefusal.RunOvertaken.On(),
        FlagHouseholds c => c.Batch <= screening.Batches ? Decision<ScreeningEvent>.Nothing : new HouseholdsFlagged(c.Run, c.Batch, c.Screened, c.Households),
        CompleteScreening c => c.Run != screening.Run ? ScreeningRefusal.RunOvertaken.On() : new ScreeningCompleted(c.Run, c.Screened, screening.Flagged, now),
        FailScreening c => c.Run != screening.Run ? ScreeningRefusal.RunOvertaken.On() : new ScreeningFailed(c.Run, c.Problem, now),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private static Decision<ScreeningEvent> Request(CountyScreening screening, RequestScreening c, string by, DateTimeOffset now)
    {
        if (screening.Request is { } earlier)
            return earlier.Kind == c.Kind && earlier.Period == c.Period ? Decision<ScreeningEvent>.Nothing : ScreeningRefusal.ScreeningIdReused.On("screening");
        if (c.Period.Kind != PeriodKind.Quarter) return ScreeningRefusal.PeriodNoQuarter.On("period");
        if (c.Period.FirstDay > c.Today) return ScreeningRefusal.PeriodInFuture.On("period");
        if (!c.PackSpeaks) return ScreeningRefusal.PackSilent.On("kind");
        return new ScreeningRequested(c.Kind, c.Period, c.Day, c.Pack, by, now);
    }
}
