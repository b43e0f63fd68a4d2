using System.Collections.Immutable;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>What one assessment said (研判): from its day on the assessed colour is measured from it.</summary>
public readonly record struct Forecast(DateOnly On, DateOnly ExpectedClearOn);

/// <summary>A colour and the days on which it is shown as long as nothing but time happens.</summary>
/// <param name="Until">Last day; <see cref="DateOnly.MaxValue"/> where nothing ends it.</param>
public sealed record ColourSpan(DateOnly From, DateOnly Until, WarningColour Colour);

/// <summary>
/// When a household's colour turns (变色日), known ahead: time alone moves it, so facts and pack give every turn. A list by colour is
/// then a range of days, and whoever must be named by a turn can be told before it.
/// </summary>
public static class ColourTimeline
{
    private const long MonthsMax = 1_200;

    /// <summary>The forecasts after one more event: one that looks further back replaces what was said after its day.</summary>
    public static ImmutableArray<Forecast> After(ImmutableArray<Forecast> forecasts, Finding? finding)
    {
        if (finding is not { } found) return [];
        var now = new Forecast(found.AssessedOn, found.ExpectedClearOn);
        if (!forecasts.IsEmpty && forecasts[^1] == now) return forecasts;
        return [.. forecasts.Where(earlier => earlier.On < now.On), now];
    }

    /// <summary>Empty where the household is not monitored. The last span has no end; there is a gap where no pack holds.</summary>
    /// <param name="packOn">The county's pack of a day.</param>
    /// <param name="packDays">Days from which the county has another pack.</param>
    public static IReadOnlyList<ColourSpan> Of(
        MonitoringFile file, ImmutableArray<Forecast> forecasts, Func<DateOnly, PolicyPack> packOn, IReadOnlyList<DateOnly> packDays)
    {
        if (file.Admission is not { } admission || file.Finding is null) return [];
        var days = Turns(admission.On, forecasts, packOn, packDays);
        var spans = new List<ColourSpan>();
        for (var at = 0; at < days.Count; at++)
        {
            if (ShownOn(file, forecasts, packOn, days[at]) is not { } colour) continue;
            var until = at + 1 < days.Count ? days[at + 1].AddDays(-1) : DateOnly.MaxValue;
            if (spans.Count > 0 && spans[^1].Colour == colour && spans[^1].Until == days[at].AddDays(-1)) spans[^1] = spans[^1] with { Until = until };
            else spans.Add(new(days[at], until, colour));
        }
        return spans;
    }

    private static WarningColour? ShownOn(MonitoringFile file, ImmutableArray<Forecast> forecasts, Func<DateOnly, PolicyPack> packOn, DateOnly day)
    {
        var said = forecasts.LastOrDefault(forecast => forecast.On <= day, new(file.Finding!.AssessedOn, file.Finding.ExpectedClearOn));
        var then = file with { Finding = file.Finding with { AssessedOn = said.On, ExpectedClearOn = said.ExpectedClearOn } };
        return MonitoringColour.On(then, packOn(day), day)?.Shown;
    }

    /// <summary>Every day on which the colour may turn: it is the same on all days from one to the next.</summary>
    private static List<DateOnly> Turns(
        DateOnly admitted, ImmutableArray<Forecast> forecasts, Func<DateOnly, PolicyPack> packOn, IReadOnlyList<DateOnly> packDays)
    {
        DateOnly[] said = [admitted, .. forecasts.Select(forecast => forecast.On), .. packDays];
        var ladders = said.Where(day => day >= admitted).Select(packOn).Distinct().SelectMany(Ladders).SelectMany(ladder => ladder.Values).ToList();
        var limits = ladders.SelectMany(held => held.Value.Steps).Select(step => step.Limit).Where(limit => limit <= MonthsMax).Distinct();
        // A step begins on the anniversary itself or on the day after, as its boundary says; the other day turns nothing.
        var reached = limits.Select(limit => admitted.AddMonths((int)limit)).SelectMany(day => new[] { day, day.AddDays(1) });
        return [.. said.Concat(ladders.Select(held => held.From)).Concat(reached).Where(day => day >= admitted).Distinct().Order()];
    }

    private static IEnumerable<LadderRule> Ladders(PolicyPack pack) =>
        new[] { "monitoring.colour.elapsed", "monitoring.colour.assessed" }.Select(pack.Find<LadderRule>).OfType<LadderRule>();
}

/// <summary>Days on which the colour asks for a cadre of a rank that is not named (待指定联系人).</summary>
public sealed record CadreWanted(DateOnly From, DateOnly Until, CadreRank Rank)
{
    public static IReadOnlyList<CadreWanted> Of(IReadOnlyList<ColourSpan> colours, CadreRank? named)
    {
        var wanted = new List<CadreWanted>();
        foreach (var span in colours)
        {
            var rank = CadreRanks.Parse(span.Colour.Rank);
            if (named >= rank) continue;
            if (wanted.Count > 0 && wanted[^1].Rank == rank && wanted[^1].Until == span.From.AddDays(-1)) wanted[^1] = wanted[^1] with { Until = span.Until };
            else wanted.Add(new(span.From, span.Until, rank));
        }
        return wanted;
    }
}
