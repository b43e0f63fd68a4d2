using System.Globalization;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>A household's warning colour (预警颜色) on a day, with its two halves and why.</summary>
/// <param name="Assessed">From the forecast: by how long clearing was expected to take when it was last assessed.</param>
/// <param name="Elapsed">From the calendar: by how long the household has been monitored.</param>
/// <param name="Shown">The graver of the two.</param>
public sealed record ColourOnDay(WarningColour Shown, Explained<string> Assessed, Explained<string> Elapsed, string AssessedName, string ElapsedName)
{
    public CadreRank RequiredRank => CadreRanks.Parse(Shown.Rank);
}

public static class MonitoringColour
{
    /// <summary>Null where the household is not monitored, or the county's pack has no colours.</summary>
    public static ColourOnDay? On(MonitoringFile file, PolicyPack pack, DateOnly day)
    {
        if (file.Admission is not { } admission || file.Finding is not { } finding || pack.Colours.Count == 0) return null;
        var elapsed = Step(pack, MonitoringRuleIds.ElapsedColour, day, "监测月数", admission.On, day, $"{Text(admission.On)} 纳入监测,至 {Text(day)}");
        var assessed = Step(pack, MonitoringRuleIds.AssessedColour, day, "预计消除所需月数", finding.AssessedOn, finding.ExpectedClearOn,
            $"{Text(finding.AssessedOn)} 研判,预计 {Text(finding.ExpectedClearOn)} 消除");
        if (elapsed is null || assessed is null) return null;
        return new(Graver(pack, assessed.Result, elapsed.Result), assessed, elapsed,
            pack.Colour(assessed.Result).Name, pack.Colour(elapsed.Result).Name);
    }

    private static Explained<string>? Step(PolicyPack pack, string rule, DateOnly day, string name, DateOnly from, DateOnly to, string source)
    {
        if (pack.Find<LadderRule>(rule) is not { } ladder || ladder.On(day) is not { } held) return null;
        // "More than six months" is true the day after: a month that has begun counts. "At least six" counts full ones.
        var (months, counted) = held.Value.Boundary == Comparison.Above ? (Months.Begun(from, to), "不满一月按一月计") : (Months.Full(from, to), "只计满月");
        return PolicyArithmetic.Step(pack, ladder, day, new ExplainedInput($"{name}({counted})", months, "个月", $"{source},实为 {Months.Text(from, to)}"));
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WarningColour Graver(PolicyPack pack, string left, string right)
    {
        var (a, b) = (pack.Colour(left), pack.Colour(right));
        return a.Severity >= b.Severity ? a : b;
    }
}

/// <summary>Calendar months between two days: 31 January and 28 February are one month apart.</summary>
public static class Months
{
    /// <summary>Months that have passed in full: six on the anniversary itself.</summary>
    public static int Full(DateOnly from, DateOnly to)
    {
        if (to < from) return 0;
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    /// <summary>Months that have begun: six still on the anniversary, seven the day after.</summary>
    public static int Begun(DateOnly from, DateOnly to)
    {
        var full = Full(from, to);
        return to > from.AddMonths(full) ? full + 1 : full;
    }

    /// <summary>What has passed, neither rounded up nor down: <c>2 个月零 5 天</c>.</summary>
    public static string Text(DateOnly from, DateOnly to)
    {
        var full = Full(from, to);
        var days = Math.Max(0, to.DayNumber - from.AddMonths(full).DayNumber);
        return full == 0 ? FormattableString.Invariant($"{days} 天")
            : days == 0 ? FormattableString.Invariant($"{full} 个月整")
            : FormattableString.Invariant($"{full} 个月零 {days} 天");
    }
}

public static class CadreRanks
{
    /// <summary>A pack's name of a rank.</summary>
    public static CadreRank Parse(string rank) => rank switch
    {
        "other-cadre" => CadreRank.OtherCadre,
        "section-leader" => CadreRank.SectionLeader,
        "county-leader" => CadreRank.CountyLeader,
        _ => throw new InvalidOperationException($"No cadre rank is named {rank}."),
    };
}
