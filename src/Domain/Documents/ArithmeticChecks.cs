using System.Collections.Immutable;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Policies;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>
/// Percentages, averages and sums that a text states and whose terms it states too are computed again, by the same arithmetic as
/// claims (表述核验). Which numbers belong together is read off their order and words; where that is not plain, nothing is said.
/// </summary>
internal static class ArithmeticChecks
{
    private const int PartDistance = 20, WholeDistance = 300, TermDistance = 30, NumbersBack = 40, BracketMax = 100;
    private static readonly string[] s_shares = ["进度", "占比", "占", "完成率", "执行率", "支出率", "拨付率", "支付率", "兑现率"];
    private static readonly string[] s_sums = ["共", "共计", "合计", "总计", "一共"];

    public static IEnumerable<DocumentFinding> Of(string text)
    {
        foreach (var (from, to) in TextStretches.Paragraphs(text))
        {
            var numbers = StatedNumbers.In(text, from, to);
            for (var at = 1; at < numbers.Count; at++)
            {
                if ((Share(text, numbers, at) ?? Average(text, numbers, at) ?? Sum(text, numbers, at) ?? Part(text, numbers, at)) is { } finding) yield return finding;
            }
        }
    }

    /// <summary>"中省衔接资金22355万元,…支出13500万元,支出进度60.54%": the number right before is the part, the nearest greater one before that the whole.</summary>
    private static DocumentFinding? Share(string text, List<StatedNumber> numbers, int at)
    {
        var (stated, part) = (numbers[at], numbers[at - 1]);
        if (stated is not { Unit: StatedUnit.Percent, IsExact: true } || !s_shares.Any(word => stated.Label.EndsWith(word, StringComparison.Ordinal))) return null;
        if (!part.IsExact || stated.LabelStart - part.End > PartDistance || part.Unit is StatedUnit.Percent or StatedUnit.None) return null;
        var whole = Nearest(numbers, at - 1, number => number.IsExact && number.Unit == part.Unit && !(number.Value < part.Value) && part.Start - number.End < WholeDistance);
        return whole is null ? null : Judged(text, ClaimKind.Share, stated, ClaimUnit.Percent, ShareDiffers, part, whole);
    }

    /// <summary>"带动288户386人(其中…)实现增收294万元,人均增加务工收入7616.58元".</summary>
    private static DocumentFinding? Average(string text, List<StatedNumber> numbers, int at)
    {
        var (stated, total) = (numbers[at], numbers[at - 1]);
        var by = stated.Label.Contains("人均", StringComparison.Ordinal) ? StatedUnit.People : stated.Label.Contains("户均", StringComparison.Ordinal) ? StatedUnit.Households : StatedUnit.None;
        if (by == StatedUnit.None || stated is not { Unit: StatedUnit.Yuan, IsExact: true } || total is not { Unit: StatedUnit.Yuan, IsExact: true }) return null;
        if (stated.LabelStart - total.End > PartDistance || text.AsSpan(total.End, stated.Start - total.End).IndexOfAny("。;") >= 0) return null;
        var count = Nearest(numbers, at - 1, number => number.Unit == by && number.IsExact && !IsBracketed(text, number) && !number.Value.IsZero);
        if (count is null || total.Start - count.End > PartDistance + BracketAfter(text, count.End) || text.AsSpan(count.End, total.Start - count.End).Contains('。')) return null;
        return Judged(text, ClaimKind.Average, stated, ClaimUnit.Yuan, AverageDiffers, total, count);
    }

    /// <summary>"甲村3户、乙村4户,共7户".</summary>
    private static DocumentFinding? Sum(string text, List<StatedNumber> numbers, int at)
    {
        var stated = numbers[at];
        if (!stated.IsExact || stated.Unit is StatedUnit.None or StatedUnit.Percent || !s_sums.Contains(stated.Label.Trim())) return null;
        var parts = new List<StatedNumber>();
        for (var before = at - 1; before >= Math.Max(0, at - NumbersBack) && numbers[before].Unit == stated.Unit && numbers[before].IsExact && IsListed(text, numbers[before], numbers[before + 1]); before--)
            parts.Insert(0, numbers[before]);
        return parts.Count < 2 ? null : Judged(text, ClaimKind.Sum, stated, UnitOf(stated.Unit), SumDiffers, [.. parts]);
    }

    /// <summary>"…50户,其中脱贫户62户": a part above its whole is a slip whatever else is meant.</summary>
    private static DocumentFinding? Part(string text, List<StatedNumber> numbers, int at)
    {
        var part = numbers[at];
        if (!part.IsExact || part.Unit is not (StatedUnit.Households or StatedUnit.People)) return null;
        var from = Math.Max(0, part.Start - TermDistance);
        var clause = from + text.AsSpan(from, part.Start - from).LastIndexOf("其中", StringComparison.Ordinal);
        if (clause < from || clause < numbers[at - 1].Start) return null;
        var whole = Nearest(numbers, at, number => number.Unit == part.Unit && number.End <= clause && clause - number.End < PartDistance);
        return whole is { IsExact: true } && whole.Value < part.Value
            ? new(PartAboveWhole, null, part.LabelStart, part.End - part.LabelStart, $"其中的{part.Written}大于合计{whole.Written}。")
            : null;
    }

    private static DocumentFinding? Judged(string text, ClaimKind kind, StatedNumber stated, ClaimUnit unit, DocumentFindingKind found, params StatedNumber[] terms)
    {
        var inputs = terms.Select(term => new ClaimFigure(Named(term), term.Written, UnitOf(term.Unit))).ToImmutableArray();
        var claim = new StatedFigure(Named(stated), kind, stated.Written, unit, Math.Min(stated.Decimals, ExactNumber.DecimalsMax), inputs, "", null);
        var judged = ClaimCheck.Of(claim, ShippedPacks.Default, default);
        var start = terms[0].LabelStart;
        return judged.Verdict == ClaimVerdict.Differs ? new(found, null, start, stated.End - start, judged.Reason) : null;
    }

    /// <summary>The nearest before; what is further back than a few dozen numbers does not belong together.</summary>
    private static StatedNumber? Nearest(List<StatedNumber> numbers, int before, Func<StatedNumber, bool> fits)
    {
        for (var at = before - 1; at >= Math.Max(0, before - NumbersBack); at--)
        {
            if (fits(numbers[at])) return numbers[at];
        }
        return null;
    }

    private static string Named(StatedNumber number) => number.Label.Trim() is { Length: > 0 } label ? label : "数字";

    private static ClaimUnit UnitOf(StatedUnit unit) => unit switch
    {
        StatedUnit.Households => ClaimUnit.Households,
        StatedUnit.People => ClaimUnit.People,
        StatedUnit.Yuan => ClaimUnit.Yuan,
        StatedUnit.Percent => ClaimUnit.Percent,
        StatedUnit.Mu => ClaimUnit.Mu,
        _ => ClaimUnit.Count,
    };

    private static bool IsBracketed(string text, StatedNumber number)
    {
        var from = Math.Max(0, number.Start - BracketMax);
        var before = text.AsSpan(from, number.Start - from);
        return before.LastIndexOf('(') > before.LastIndexOf(')');
    }

    private static int BracketAfter(string text, int at) => at < text.Length && text[at] == '(' && text.IndexOf(')', at, Math.Min(BracketMax, text.Length - at)) is var close and > 0 ? close - at : 0;

    private static bool IsListed(string text, StatedNumber one, StatedNumber next) =>
        text[one.End..Math.Max(one.End, next.LabelStart)].Trim() is "、" or "," or "和" or "及" or "," or "";
}
