using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Screening;

/// <summary>
/// A county's screening rules of one day, made ready to look at a million households: no allocation, no division that rounding
/// could decide. What it flags, <see cref="ScreeningExplanations"/> explains by the same rules.
/// </summary>
public sealed class ScreeningPlan
{
    private readonly bool _needs, _resettled, _monitored, _zeroEmployment, _lastFourth;
    private readonly Threshold? _fall, _expected;

    public ScreeningPlan(PolicyPack pack, ScreeningKind kind, Period period, DateOnly day)
    {
        (Pack, Kind, Period, Day) = (pack, kind, period, day);
        var income = kind == ScreeningKind.Income;
        _fall = income ? pack.Find<ThresholdRule>(ScreeningRuleIds.Fall)?.On(day)?.Value : null;
        _expected = income ? pack.Find<ThresholdRule>(ScreeningRuleIds.Expected)?.On(day)?.Value : null;
        _resettled = income && IsOn(ScreeningRuleIds.Resettled);
        _monitored = income && IsOn(ScreeningRuleIds.Monitored);
        _zeroEmployment = income && IsOn(ScreeningRuleIds.ZeroEmployment);
        _lastFourth = IsOn(ScreeningRuleIds.LastFourthQuarter);
        _needs = kind == ScreeningKind.Needs && IsOn(ScreeningRuleIds.Needs);
    }

    public PolicyPack Pack { get; }

    public ScreeningKind Kind { get; }

    public Period Period { get; }

    /// <summary>The day whose rules are asked.</summary>
    public DateOnly Day { get; }

    /// <summary>False where the county's packs say nothing of such a screening.</summary>
    public bool SaysAnything => _fall is not null || _expected is not null || _resettled || _monitored || _zeroEmployment || _needs;

    /// <summary>Whether each year's income is divided by who was there at its own period's end, and not by who is there today (人口口径).</summary>
    public bool MembersOfTheirYear => IsOn(ScreeningRuleIds.MembersOfTheirYear);

    public ScreeningReasons Evaluate(in ScreeningFigures figures)
    {
        if (_needs) return Needs(figures);
        var reasons = ScreeningReasons.None;
        if (_resettled && figures.Resettled) reasons |= ScreeningReasons.Resettled;
        if (_monitored && figures.Monitored) reasons |= ScreeningReasons.Monitored;
        if (_zeroEmployment && figures.ZeroEmployment) reasons |= ScreeningReasons.ZeroEmployment;
        return reasons | Incomes(figures);
    }

    /// <summary>How this year's income was projected (推算): from what was earned and what the year before earned in the rest of the year.</summary>
    public Projection? Project(in ScreeningFigures figures)
    {
        if (figures.ThisYearFen is not { } earned) return null;
        if (Period.Number == 4) return new(earned, ProjectionMethod.Actual);
        if (_lastFourth && figures.LastRestFen is { } rest) return new(earned + rest, ProjectionMethod.WithLastYearsRest);
        return new(Money.Fen.Divided(checked(earned * 4), Period.Number), ProjectionMethod.ByShareOfYear);
    }

    /// <summary>Per head, this year's quarters less the same quarters of the year before; null where either is not reported.</summary>
    public static long? ChangeFen(in ScreeningFigures figures) =>
        figures is { ThisYearFen: { } now, LastYearFen: { } before } && figures.Members > 0
            ? Money.Fen.Divided(now, figures.Members) - Money.Fen.Divided(before, figures.LastDivisor)
            : null;

    public long? ExpectedFen(in ScreeningFigures figures) =>
        Project(figures) is { } projected && figures.Members > 0 ? Money.Fen.Divided(projected.Fen, figures.Members) : null;

    private ScreeningReasons Incomes(in ScreeningFigures figures)
    {
        var reasons = ScreeningReasons.None;
        if (_fall is { } fall)
        {
            if (ChangeFen(figures) is not { } change) reasons |= ScreeningReasons.IncomeMissing;
            else if (Hits(fall, change)) reasons |= ScreeningReasons.IncomeFall;
        }
        if (_expected is { } expected)
        {
            if (ExpectedFen(figures) is not { } year) reasons |= ScreeningReasons.IncomeMissing;
            else if (Hits(expected, year)) reasons |= ScreeningReasons.ExpectedLow;
        }
        return reasons;
    }

    private static ScreeningReasons Needs(in ScreeningFigures figures)
    {
        var reasons = figures.Needs == BasicNeeds.Met ? ScreeningReasons.None : ScreeningReasons.NeedsUnmet;
        return figures.OutOfSchool > 0 ? reasons | ScreeningReasons.OutOfSchool : reasons;
    }

    private static bool Hits(Threshold threshold, long figure) => threshold.Comparison switch
    {
        Comparison.Below => figure < threshold.Amount,
        Comparison.AtMost => figure <= threshold.Amount,
        Comparison.AtLeast => figure >= threshold.Amount,
        Comparison.Above => figure > threshold.Amount,
        _ => throw new System.Diagnostics.UnreachableException($"No such comparison: {threshold.Comparison}."),
    };

    private bool IsOn(string rule) => Pack.Find<SwitchRule>(rule)?.On(Day)?.Value.On ?? false;
}

/// <param name="Fen">Of the whole household and the whole year.</param>
public readonly record struct Projection(long Fen, ProjectionMethod Method);

/// <summary>推算办法.</summary>
public enum ProjectionMethod
{
    Actual = 1,            // 全年四个季度实际收入
    WithLastYearsRest = 2, // 加上年同期以后各季度的实际收入
    ByShareOfYear = 3,     // 按已过季度数推算
}

/// <summary>Rules that a screening asks a pack for.</summary>
public static class ScreeningRuleIds
{
    public const string Fall = "screening.income.fall";
    public const string Expected = "screening.income.expected";
    public const string LastFourthQuarter = "screening.income.projection.last-fourth-quarter";
    public const string MembersOfTheirYear = "screening.income.members-of-their-year";
    public const string Resettled = "screening.resettled";
    public const string Monitored = "screening.monitored";
    public const string ZeroEmployment = "screening.zero-employment";
    public const string Needs = "screening.needs";
}
