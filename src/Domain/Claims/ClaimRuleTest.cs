using System.Diagnostics;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Claims;

/// <summary>Whether a computed figure meets a rule of the county's pack, by how much, and which document says so.</summary>
internal readonly record struct ClaimRuleTest(bool IsMet, string Words)
{
    private const long FenPerYuan = 100;

    public static ClaimRuleTest Of(StatedFigure figure, ExactNumber computed, PolicyPack pack, string id, DateOnly on)
    {
        if (pack.Rules.GetValueOrDefault(id) is not { } rule || rule.HeldOn(on) is not { } held)
            return new(false, $"；政策包当日没有规定“{id}”，无从核对");
        var unit = ClaimUnits.IsFen(rule) ? ClaimUnit.Yuan : figure.Unit;
        var value = computed.To(figure.Unit, unit);
        var test = held.Value switch
        {
            AmountRange range => Within(rule, range, value, unit) is { IsMet: false } outside
                ? outside with { Words = outside.Words + Elsewhere(pack, rule, value, unit, on) }
                : Within(rule, range, value, unit),
            Floor floor => Against(rule.Title, "下限", value, Amount(rule, floor.Least), unit),
            Share share => Reaches(figure, rule, share, computed),
            var other => throw new UnreachableException($"No test for {other.GetType().Name}."),
        };
        return test with { Words = $"{test.Words}（{Source(pack, held.Source)}）" };
    }

    private static ClaimRuleTest Within(PolicyRule rule, AmountRange range, ExactNumber value, ClaimUnit unit)
    {
        var (least, most) = (Amount(rule, range.Least), Amount(rule, range.Most));
        var said = $"{rule.Title}{least.Written()}至{most.Written()}{ClaimUnits.Word(unit)}";
        if (value < least) return new(false, $"；低于{said}，少{(least - value).Written(0)}{ClaimUnits.Word(unit)}");
        if (value > most) return new(false, $"；高于{said}，多{(value - most).Written(0)}{ClaimUnits.Word(unit)}");
        return new(true, $"；在{said}之内");
    }

    /// <summary>Where a figure is too large for its own kind, the kind it would fit tells what may have been mixed in.</summary>
    private static string Elsewhere(PolicyPack pack, PolicyRule rule, ExactNumber value, ClaimUnit unit, DateOnly on)
    {
        var family = rule.Id[..(rule.Id.IndexOf('.', StringComparison.Ordinal) + 1)];
        foreach (var other in pack.Rules.Values.OfType<RangeRule>().Where(other => other.Id != rule.Id && other.Unit == rule.Unit && family.Length > 0
            && other.Id.StartsWith(family, StringComparison.Ordinal)).OrderBy(other => other.Id, StringComparer.Ordinal))
        {
            if (other.On(on) is not { } held || !Within(other, held.Value, value, unit).IsMet) continue;
            var left = Amount(other, held.Value.Most) - value;
            return $"{Within(other, held.Value, value, unit).Words}，距其上限{left.Written(0)}{ClaimUnits.Word(unit)}，疑为不同类别混算";
        }
        return "";
    }

    private static ClaimRuleTest Reaches(StatedFigure figure, PolicyRule rule, Share share, ExactNumber percent)
    {
        var floor = new ExactNumber(share.BasisPoints, 100);
        var (part, whole) = (figure.Inputs[0], figure.Inputs[1]);
        var needed = Read(whole).To(whole.Unit, part.Unit) * floor / 100;
        var (met, apart) = percent < floor ? (false, needed - Read(part)) : (true, Read(part) - needed);
        var word = met ? "达到" : "未达到";
        return new(met, $"；{word}{rule.Title}{floor.Written()}%，{(met ? "高出" : "差")}{apart.Written()}{ClaimUnits.Word(part.Unit)}");
    }

    private static ClaimRuleTest Against(string title, string word, ExactNumber value, ExactNumber least, ClaimUnit unit) => value < least
        ? new(false, $"；低于{title}{word}{least.Written()}{ClaimUnits.Word(unit)}，少{(least - value).Written()}{ClaimUnits.Word(unit)}")
        : new(true, $"；不低于{title}{word}{least.Written()}{ClaimUnits.Word(unit)}");

    private static ExactNumber Read(ClaimFigure input) => ExactNumber.Read(input.Value, out _)!.Value;

    private static ExactNumber Amount(PolicyRule rule, long amount) => ClaimUnits.IsFen(rule) ? new ExactNumber(amount, FenPerYuan) : amount;

    private static string Source(PolicyPack pack, Citation source) =>
        $"依据{pack.Documents.FirstOrDefault(document => document.Id == source.Document)?.Title ?? source.Document}，{source.Clause}";
}
