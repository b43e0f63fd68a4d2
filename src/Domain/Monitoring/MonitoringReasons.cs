using Revitalization.Domain.Calendar;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>Why a household stands where it stands on a day (为什么), and what would change it.</summary>
/// <param name="Because">The colour's two halves, each open limit, each condition of clearing.</param>
/// <param name="Changes">In Chinese: what is to be done by when, and what time alone will do.</param>
public sealed record MonitoringReasons(
    MonitoringFile File, ColourOnDay? Colour, IReadOnlyList<Explanation> Because, IReadOnlyList<MonitoringDeadline> Deadlines, IReadOnlyList<string> Changes)
{
    /// <param name="past">What was known, as of the day.</param>
    /// <param name="rules">The county's rules as known then.</param>
    /// <param name="calendar">Where working days are counted.</param>
    /// <param name="labour">Members with any ability to work, as the register said.</param>
    public static MonitoringReasons Of(MonitoringPast past, CountyRules rules, WorkdayCalendar calendar, DateOnly on, int labour)
    {
        var file = past.File;
        var colour = MonitoringColour.On(file, rules.On(on), on);
        List<MonitoringDeadline> deadlines = [.. MonitoringDeadlines.Of(file, rules.On, calendar).Where(deadline => deadline.StartedOn <= on)];
        var clearing = ClearingConditions.Of(file, rules.On(on), on, labour);
        List<Explanation> because = colour is null ? [] : [colour.Assessed.Because, colour.Elapsed.Because];
        because.AddRange(deadlines.Select(deadline => LimitReasons.Of(deadline, rules)).OfType<Explanation>());
        because.AddRange(clearing.Select(condition => condition.Because));
        return new(file, colour, because, deadlines, ExpectedChanges.Of(past, rules, deadlines, clearing, on));
    }
}

/// <summary>A county's rules over all days, as known at one moment.</summary>
/// <param name="On">The pack of a day.</param>
/// <param name="Turns">Days from which the pack is another.</param>
public sealed record CountyRules(Func<DateOnly, PolicyPack> On, IReadOnlyList<DateOnly> Turns);
