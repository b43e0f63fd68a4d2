using System.Collections.Immutable;
using Revitalization.Domain.Indicators;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>
/// Small cells in prose (文中小数): a village page that says 监测户4户13人,已消除风险1户4人 names four families to whoever lives there, and by
/// subtraction the three that are still at risk. Statistics Law art. 28 asks for no more than that they can be inferred.
/// </summary>
internal static class SmallCountChecks
{
    public static IEnumerable<DocumentFinding> Of(string text, int threshold)
    {
        foreach (var (from, to) in TextStretches.Sentences(text))
        {
            var counts = StatedCount.From(text, StatedNumbers.In(text, from, to));
            foreach (var count in counts.Where(count => count.IsSmall(threshold) && IsProtected(text, count)))
                yield return new(SmallCount, null, count.Start, count.End - count.Start, $"“{count.Label}{count.Words}”少于{threshold}，可能指向具体的户或人。") { Figures = Of(text, count) };
            foreach (var (whole, part) in Parts(text, counts))
            {
                var rest = whole.Less(part);
                if (rest.IsSmall(threshold) && (IsProtected(text, whole) || IsProtected(text, part)))
                    yield return new(SmallRemainder, null, rest.Start, rest.End - rest.Start, $"由{whole.Words}减去{part.Words}可得其余{rest.Words}，少于{threshold}。")
                    {
                        Figures = [.. Of(text, whole).Concat(Of(text, part)).Concat(Rest(text, whole, part, rest)).Distinct()],
                    };
            }
        }
    }

    private static ImmutableArray<ProposedFigure> Of(string text, StatedCount count) =>
        StatedFigures.Proposed(count.Label + Inside(text, count), count.Households, count.People);

    // Of those monitored, who is not cleared is still at risk.
    private static ImmutableArray<ProposedFigure> Rest(string text, StatedCount whole, StatedCount part, StatedCount rest) =>
        Of(text, whole).Any(figure => figure.Indicator is IndicatorCodes.HouseholdsMonitored or IndicatorCodes.PeopleMonitored)
        && Of(text, part).Any(figure => figure.Indicator is IndicatorCodes.HouseholdsCleared or IndicatorCodes.PeopleCleared)
            ? StatedFigures.Proposed("未消除", rest.Households, rest.People)
            : [];

    /// <summary>The group's word may stand right before the number or in the bracket right after it.</summary>
    private static bool IsProtected(string text, StatedCount count) => SensitiveWords.IsGroup(count.Label) || SensitiveWords.IsGroup(Inside(text, count));

    private static string Inside(string text, StatedCount count)
    {
        var stretch = text[count.Start..count.End];
        return stretch.IndexOf('(') is var open and >= 0 && stretch.IndexOf(')', open) is var close and > 0 ? stretch[open..close] : "";
    }

    /// <summary>其中 opens a list of parts of what was counted right before it; 已消除风险 and its like are a part of the count before them.</summary>
    private static IEnumerable<(StatedCount Whole, StatedCount Part)> Parts(string text, List<StatedCount> counts)
    {
        StatedCount? whole = null;
        for (var at = 1; at < counts.Count; at++)
        {
            var between = text[counts[at - 1].End..Math.Max(counts[at - 1].End, counts[at].Start + counts[at].Label.Length)];
            if (between.Contains("其中", StringComparison.Ordinal)) whole = counts[at - 1];
            else if (IsOutcome(counts[at].Label) && counts[at - 1].CanHold(counts[at]) && !IsOutcome(counts[at - 1].Label)) yield return (counts[at - 1], counts[at]);
            else if (between.Contains(')')) whole = null;
            if (whole is not null && whole.CanHold(counts[at])) yield return (whole, counts[at]);
        }
    }

    private static bool IsOutcome(string label) => label.Contains('已') || label.Contains("消除", StringComparison.Ordinal) || label.Contains("退出", StringComparison.Ordinal);
}
