using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>An open limit and whose it is by name; null where it is the office's.</summary>
internal sealed record AssignedLimit(MonitoringDeadline Limit, string? Assignee);

/// <summary>What follows from a file and its county's packs: the days of its colours, its open limits, and when which cadre is wanted.</summary>
internal sealed record FileLimits(IReadOnlyList<ColourSpan> Colours, IReadOnlyList<AssignedLimit> Open, IReadOnlyList<CadreWanted> Wanted)
{
    private const string ColourRule = "monitoring.colour.elapsed";

    public static FileLimits Of(FileState state, CountyPacks packs)
    {
        var colours = ColourTimeline.Of(state.File, state.Forecasts, packs.On, packs.Turns);
        var open = MonitoringDeadlines.Of(state.File, packs.On, WorkdayCalendar.Shipped);
        return new(colours, [.. open.Select(limit => new AssignedLimit(limit, Assignee(state.File, limit)))], CadreWanted.Of(colours, state.File.Cadre?.Rank));
    }

    /// <summary>The nearest.</summary>
    public MonitoringDeadline? Next => Open.Select(open => open.Limit).MinBy(limit => (limit.DueOn, limit.Kind, limit.Subject));

    public bool HasLimitsOf(FileLimits other) => Open.SequenceEqual(other.Open) && Wanted.SequenceEqual(other.Wanted);

    public IEnumerable<object?[]> ColourRows(string household, string village)
    {
        var shard = (long)Shards.Of(household);
        return Colours.Select((span, at) => new object?[]
        {
            household, PersonFields.Day(span.From), PersonFields.Day(span.Until), village, shard, at > 0 ? 1L : 0L, span.Colour.Id, span.Colour.Name, (long)span.Colour.Severity,
        });
    }

    public IEnumerable<object?[]> DeadlineRows(string household, string village)
    {
        var shard = (long)Shards.Of(household);
        var limits = Open.Select(open => new object?[]
        {
            household, open.Limit.Kind, open.Limit.Subject, PersonFields.Day(open.Limit.DueOn), MonitoringTables.LastDay, village, shard, PersonFields.Day(open.Limit.StartedOn),
            open.Limit.IsProvisional ? 1L : 0L, open.Limit.Rule, open.Assignee,
        });
        return limits.Concat(Wanted.Select(wanted => new object?[]
        {
            household, FileRows.CadreKind, Terms.Code(wanted.Rank), PersonFields.Day(wanted.From), PersonFields.Day(wanted.Until), village, shard, PersonFields.Day(wanted.From),
            0L, ColourRule, null,
        }));
    }

    private static string? Assignee(MonitoringFile file, MonitoringDeadline limit) => limit.Kind switch
    {
        DeadlineKinds.Verification => file.Verifier,
        DeadlineKinds.Visit or DeadlineKinds.FirstMeasure or DeadlineKinds.IncomeTarget => file.Cadre?.Account,
        DeadlineKinds.Measure => file.Measure(limit.Subject)?.Cadre,
        _ => null,
    };
}
