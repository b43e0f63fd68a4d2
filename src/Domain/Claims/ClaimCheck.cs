using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Claims;

/// <param name="Computed">Rounded to the stated decimals, without grouping; null where the inputs do not suffice.</param>
/// <param name="Reason">The sum in Chinese, with its numbers.</param>
public sealed record ClaimFinding(ClaimVerdict Verdict, string? Computed, string Reason);

/// <summary>
/// Computes a stated figure anew and says whether it agrees (表述核验). "Agrees" means equal after rounding to the decimals stated, nothing
/// softer: who reads the page judges a small difference, not we.
/// </summary>
public static class ClaimCheck
{
    /// <param name="pack">The county's rules on <paramref name="on"/>, the day of the statement.</param>
    public static ClaimFinding Of(StatedFigure figure, PolicyPack pack, DateOnly on)
    {
        var sum = ClaimSum.Of(figure);
        if (sum.Value is not { } exact) return new(ClaimVerdict.NotComputable, null, sum.Working);
        var computed = exact.Rounded(figure.Decimals);
        var (verdict, reason) = Compared(figure, computed, $"{sum.Working} = {computed.Written(figure.Decimals)}{ClaimUnits.Word(figure.Unit)}");
        if (figure.Rule is { } rule)
        {
            // The exact figure meets a rule or does not: rounding up to a floor would be kindness, not arithmetic.
            var test = ClaimRuleTest.Of(figure, exact, pack, rule, on);
            reason += test.Words;
            if (!test.IsMet) verdict = ClaimVerdict.Implausible;
        }
        return new(verdict, computed.Written(figure.Decimals, grouped: false), reason + "。");
    }

    private static (ClaimVerdict, string) Compared(StatedFigure figure, ExactNumber computed, string reason)
    {
        if (ExactNumber.Read(figure.Stated, out _) is not { } stated) return (ClaimVerdict.Agrees, reason);
        if (stated == computed) return (ClaimVerdict.Agrees, $"{reason}，与表述相符");
        var unit = figure.Unit == ClaimUnit.Percent ? "个百分点" : ClaimUnits.Word(figure.Unit);
        var way = stated > computed ? "高" : "低";
        var apart = stated > computed ? stated - computed : computed - stated;
        return (ClaimVerdict.Differs, $"{reason}，表述为{stated.Written(figure.Decimals)}{ClaimUnits.Word(figure.Unit)}，表述偏{way}{apart.Written(figure.Decimals)}{unit}");
    }
}
