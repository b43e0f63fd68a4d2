using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>A condition that the pack sets before a risk may be cleared, and whether it is met on the day.</summary>
/// <param name="Missing">What is lacking, in Chinese; null where it is met.</param>
internal sealed record ClearingCondition(Explanation Because, string? Missing);

/// <summary>Conditions of clearing (风险消除条件) of a monitored household.</summary>
internal static class ClearingConditions
{
    /// <param name="labour">Members with any ability to work, as the register said.</param>
    public static IReadOnlyList<ClearingCondition> Of(MonitoringFile file, PolicyPack pack, DateOnly on, int labour) => file.Admission is { } admission
        ? [.. new[] { Observation(admission, pack, on), Measures(file, pack, on), Labour(pack, on, labour) }.OfType<ClearingCondition>()]
        : [];

    private static ClearingCondition? Observation(Admission admission, PolicyPack pack, DateOnly on)
    {
        if (pack.Find<DeadlineRule>(MonitoringRuleIds.LeastObservation) is not { } rule || rule.On(on) is not { Value.Count: > 0 } held) return null;
        var first = admission.On.AddMonths(held.Value.Count);
        var input = new ExplainedInput("已监测月数(只计满月)", Months.Full(admission.On, on), "个月", $"{LimitReasons.Day(admission.On)} 纳入监测,实为 {Months.Text(admission.On, on)}");
        var met = on >= first;
        return new(Because(pack, rule, held, input, $"{LimitReasons.Day(first)} 起{(met ? "已" : "方")}满最短监测时间"),
            met ? null : $"{LimitReasons.Day(first)} 之前不得消除风险(最短监测时间)");
    }

    private static ClearingCondition? Measures(MonitoringFile file, PolicyPack pack, DateOnly on)
    {
        if (pack.Find<FloorRule>(MonitoringRuleIds.LeastMeasures) is not { } rule || rule.On(on) is null) return null;
        var done = new ExplainedInput("已完成的帮扶措施", file.Measures.Count(measure => measure.CompletedOn <= on), "项", "监测档案");
        var short_ = PolicyArithmetic.Shortfall(pack, rule, on, done)!;
        return new(short_.Because, short_.Result == 0 ? null : FormattableString.Invariant($"还须完成 {short_.Result} 项帮扶措施方可消除风险"));
    }

    private static ClearingCondition? Labour(PolicyPack pack, DateOnly on, int labour)
    {
        if (pack.Find<SwitchRule>(MonitoringRuleIds.NeverWithoutLabour) is not { } rule || rule.On(on) is not { Value.On: true } held) return null;
        var input = new ExplainedInput("有劳动能力或弱劳动能力的成员", labour, "人", $"户籍登记,{LimitReasons.Day(on)}");
        return new(Because(pack, rule, held, input, labour > 0 ? "户内有劳动力,本项不妨碍消除" : "整户无劳动能力,不标注风险消除"),
            labour > 0 ? null : "整户无劳动能力,不得消除风险,继续监测帮扶");
    }

    private static Explanation Because<TValue>(PolicyPack pack, PolicyRule rule, PolicyValue<TValue> held, ExplainedInput input, string step) =>
        new(held.Source.Pack ?? pack.Id, rule.Id, rule.Title, held.From, held.Source, [input], [step]);
}
