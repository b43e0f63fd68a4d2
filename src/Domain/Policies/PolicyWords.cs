using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using Revitalization.Domain.Disclosure;

namespace Revitalization.Domain.Policies;

/// <summary>A rule's value in Chinese, as an official reads it.</summary>
public static class PolicyWords
{
    private static readonly FrozenDictionary<string, string> s_starts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["clue-received"] = "收到线索", ["clue-dispatched"] = "派发", ["verification-recorded"] = "核查登记", ["village-reviewed"] = "民主评议",
        ["notice-posted"] = "张贴公示", ["objection-raised"] = "提出异议", ["notice-closed"] = "公示结束", ["township-reviewed"] = "乡镇审核", ["admitted"] = "纳入监测",
        ["last-visit"] = "上次走访", ["last-check"] = "上次摸排", ["last-push"] = "上次推送", ["year-begins"] = "新年开始",
        ["aid-reported"] = "协作方上报", ["aid-period-ended"] = "盘点周期结束",
        ["project-proposed"] = "储备", ["project-approved"] = "立项", ["project-contracted"] = "签约", ["project-started"] = "开工", ["project-completed"] = "完工",
        ["project-accepted"] = "验收",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Units an amount may have; money is shown in yuan.</summary>
    private static readonly FrozenDictionary<string, string> s_units = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["fen/person/year"] = "元/人/年", ["fen/household"] = "元/户", ["fen/person, change on the year before"] = "元/人(比上年同期)",
        ["persons"] = "人", ["measures"] = "项", ["households"] = "户", ["persons/village"] = "人/村", ["persons/group"] = "人/组",
        ["percent of the year before"] = "%", ["months"] = "个月", ["working days"] = "个工作日", ["days"] = "天", ["yes or no"] = "", ["months of the year"] = "",
        ["papers"] = "", ["share"] = "", ["disclosure"] = "",
        ["colour by months since admission"] = "个月", ["colour by months expected until clearing"] = "个月",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool Knows(PolicyRule rule) => s_units.ContainsKey(rule.Unit);

    public static bool KnowsStart(string after) => s_starts.ContainsKey(after);

    /// <param name="pack">Whose colours the labels of a ladder are.</param>
    public static string Of(PolicyPack pack, PolicyRule rule, object value) => value switch
    {
        Threshold v => $"{Side(v.Comparison)} {Amount(rule, v.Amount)}",
        Floor v => $"不少于 {Amount(rule, v.Least)}",
        AmountRange v => $"{Amount(rule, v.Least)} 至 {Amount(rule, v.Most)}(含)",
        Share v => $"{v.Numerator}占{v.Denominator}不低于 {Percent(v.BasisPoints)}",
        CappedPercentage v => v.CapFen is { } cap ? $"{Percent(v.BasisPoints)},最高 {Yuan(cap)} 元" : Percent(v.BasisPoints),
        PerUnit v => $"每{v.Of} {Yuan(v.Fen)} 元",
        Ladder v => string.Join(";", v.Steps.Select((step, index) => $"{Colour(pack, step.Label)}:{Reach(v, index)}")),
        TimeLimit v => Limit(rule, v),
        Switch v => v.On ? "是" : "否",
        YearMonths v => $"每年 {string.Join('、', v.Months.Select(month => string.Create(CultureInfo.InvariantCulture, $"{month}月")))}",
        DisclosureLimits v => string.Create(CultureInfo.InvariantCulture,
            $"小于 {v.Threshold} 的不公布,未公布的数至少有 {v.Possible} 种可能;金额前 {v.Top} 户合计超过 {v.TopPercent}% 的不公布,未公布的金额上下至少相差其 {v.AmountPercent}%"),
        Checklist v => v.Papers.Count == 0 ? "不要求材料" : string.Join('、', v.Papers),
        _ => throw new UnreachableException($"No words for {value.GetType().Name}."),
    };

    /// <summary>一个月, 两个工作日 …: the length alone.</summary>
    public static string Length(TimeLimit limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.Count} {(limit.Unit switch
    {
        TimeUnit.WorkingDays => "个工作日",
        TimeUnit.CalendarDays => "天",
        TimeUnit.Months => "个月",
        _ => throw new UnreachableException($"No words for {limit.Unit}."),
    })}");

    public static string Months(Ladder ladder, int step)
    {
        var over = ladder.Boundary == Comparison.Above ? "超过" : "满";
        return string.Create(CultureInfo.InvariantCulture, $"{over} {ladder.Steps[step].Limit} 个月");
    }

    private static string Limit(PolicyRule rule, TimeLimit limit)
    {
        var start = s_starts.GetValueOrDefault(limit.After, limit.After);
        if (rule.Id.Contains(".least-", StringComparison.Ordinal)) return limit.Count == 0 ? "不设最短时间" : $"{start}至少满 {Length(limit)}";
        return rule.Id == "monitoring.notice.days" ? $"{start}起 {Length(limit)}" : $"{start}后 {Length(limit)}内";
    }

    private static string Reach(Ladder ladder, int step) => step switch
    {
        _ when step > 0 => Months(ladder, step),
        _ when ladder.Steps.Count > 1 => ladder.Boundary == Comparison.Above
            ? string.Create(CultureInfo.InvariantCulture, $"{ladder.Steps[1].Limit} 个月以内(含)")
            : string.Create(CultureInfo.InvariantCulture, $"不满 {ladder.Steps[1].Limit} 个月"),
        _ => "不论时长",
    };

    private static string Colour(PolicyPack pack, string label) => pack.Colours.FirstOrDefault(colour => colour.Id == label)?.Name ?? label;

    private static string Amount(PolicyRule rule, long amount)
    {
        var unit = s_units.GetValueOrDefault(rule.Unit, rule.Unit);
        return rule.Unit.StartsWith("fen", StringComparison.Ordinal) ? $"{Yuan(amount)} {unit}" : $"{amount.ToString("N0", CultureInfo.InvariantCulture)} {unit}";
    }

    private static string Yuan(long fen) => (fen / 100m).ToString(fen % 100 == 0 ? "N0" : "N2", CultureInfo.InvariantCulture);

    private static string Percent(long basisPoints) => string.Create(CultureInfo.InvariantCulture, $"{basisPoints / 100m:0.##}%");

    private static string Side(Comparison comparison) => comparison switch
    {
        Comparison.Below => "低于",
        Comparison.AtMost => "不高于",
        Comparison.AtLeast => "不低于",
        Comparison.Above => "高于",
        _ => throw new UnreachableException($"No words for {comparison}."),
    };
}
