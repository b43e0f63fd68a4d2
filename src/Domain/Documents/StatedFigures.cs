using System.Collections.Immutable;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Documents;

/// <summary>Figures that a document tells its readers (文中公开的数字): what an officer decided may stand counts as published from then on.</summary>
public static class StatedFigures
{
    private const long ValueMax = 1_000_000_000_000_000;

    /// <summary>What readers of a document know by it; nothing before it is public. What was public once stays known, repealed or not.</summary>
    public static IEnumerable<StatedFigure> Of(Document document, DateOnly today) =>
        document.PublishedOn is null && !(document.Profile?.PublishedOn <= today) ? []
        : document.Decisions.Values.SelectMany(decision => decision.Stated).Select(figure => new StatedFigure(figure.Region, figure.Period, figure.Indicator, figure.Value));

    /// <summary>A figure of the platform, of the document's own place or one within.</summary>
    internal static bool IsPlausible(Document document, ConfirmedFigure figure) =>
        figure.Region.StartsWith(document.Region, StringComparison.Ordinal) && (figure.Region.Length is 6 or 9 || VillageCode.IsWellFormed(figure.Region))
        && figure.Value is >= 0 and <= ValueMax
        && IndicatorCatalog.Find(figure.Indicator) is { Accumulation: not Accumulation.Ratio } indicator && indicator.Periods.Contains(figure.Period.Kind);

    /// <summary>What a count in prose is of, as far as its words say: 监测户4户(突发严重困难户)13人 counts the monitored, and those in sudden hardship.</summary>
    internal static ImmutableArray<ProposedFigure> Proposed(string words, long? households, long? people) =>
        [.. s_groups.Where(group => group.Words.Any(word => words.Contains(word, StringComparison.Ordinal)) && !IsNarrower(words, group.Households)).SelectMany(group => Both(group, households, people))];

    private static readonly (string[] Words, string Households, string People)[] s_groups =
    [
        (["未消除"], IndicatorCodes.HouseholdsUncleared, IndicatorCodes.PeopleUncleared),
        (["消除"], IndicatorCodes.HouseholdsCleared, IndicatorCodes.PeopleCleared),
        (["突发严重困难"], IndicatorCodes.HouseholdsSuddenHardship, IndicatorCodes.PeopleSuddenHardship),
        (["边缘易致贫"], IndicatorCodes.HouseholdsMarginal, IndicatorCodes.PeopleMarginal),
        (["脱贫不稳定"], IndicatorCodes.HouseholdsUnstableLifted, IndicatorCodes.PeopleUnstableLifted),
        (["监测"], IndicatorCodes.HouseholdsMonitored, IndicatorCodes.PeopleMonitored),
        (["脱贫户", "脱贫人口", "脱贫家庭"], IndicatorCodes.HouseholdsLifted, IndicatorCodes.PeopleLifted),
        (["低收入"], IndicatorCodes.HouseholdsLowIncome, IndicatorCodes.PeopleLowIncome),
        (["易地搬迁", "易地扶贫搬迁"], IndicatorCodes.HouseholdsResettled, IndicatorCodes.PeopleResettled),
    ];

    // 未消除 holds 消除.
    private static bool IsNarrower(string words, string households) =>
        households == IndicatorCodes.HouseholdsCleared && words.Contains("未消除", StringComparison.Ordinal);

    private static IEnumerable<ProposedFigure> Both((string[] Words, string Households, string People) group, long? households, long? people)
    {
        if (households is { } h) yield return new(group.Households, h);
        if (people is { } p) yield return new(group.People, p);
    }
}

/// <summary>A figure of the platform that a place in a text seems to state; whose and when, the officer says.</summary>
public sealed record ProposedFigure(string Indicator, long Value);
