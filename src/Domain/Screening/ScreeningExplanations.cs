using System.Diagnostics;
using System.Globalization;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Screening;

/// <summary>Why a household was flagged (列入依据): rule, clause, inputs and where they came from, how the year was projected.</summary>
public static class ScreeningExplanations
{
    /// <summary>In the order of the reasons; what was flagged without a rule (income not reported) has a step and no clause.</summary>
    public static IReadOnlyList<Explanation> Of(ScreeningPlan plan, FlaggedHousehold flagged) =>
        [.. Enum.GetValues<ScreeningReasons>().Where(reason => reason != ScreeningReasons.None && flagged.Reasons.HasFlag(reason))
            .Select(reason => Of(plan, reason, flagged.Figures))];

    private static Explanation Of(ScreeningPlan plan, ScreeningReasons reason, in ScreeningFigures figures) => reason switch
    {
        ScreeningReasons.IncomeFall => Fall(plan, figures),
        ScreeningReasons.ExpectedLow => Expected(plan, figures),
        ScreeningReasons.Resettled => Switched(plan, ScreeningRuleIds.Resettled, new("易地搬迁户", 1, "户", "户籍登记"), "登记为易地搬迁户"),
        ScreeningReasons.Monitored => Switched(plan, ScreeningRuleIds.Monitored, new("监测对象", 1, "户", "监测档案或户籍登记"), "在册监测对象,风险未消除"),
        ScreeningReasons.ZeroEmployment => Switched(
            plan, ScreeningRuleIds.ZeroEmployment, new("就业成员", 0, "人", "户籍登记"), "有劳动能力且有就业意愿的成员,没有一人就业"),
        ScreeningReasons.IncomeMissing => Missing(plan, figures),
        ScreeningReasons.NeedsUnmet => Switched(plan, ScreeningRuleIds.Needs,
            new("未落实的基本保障", System.Numerics.BitOperations.PopCount((uint)figures.Needs), "项", $"{Day(figures.SeenOn)} 走访、核查或排查记录"), "最近一次记录中有基本保障未落实"),
        ScreeningReasons.OutOfSchool => Switched(
            plan, ScreeningRuleIds.Needs, new("适龄未在校成员", figures.OutOfSchool, "人", "户籍登记的出生年份和受教育情况"), "六至十五周岁成员登记为不在校(按出生年份计)"),
        _ => throw new UnreachableException($"No explanation for {reason}."),
    };

    private static Explanation Fall(ScreeningPlan plan, in ScreeningFigures figures)
    {
        var change = new ExplainedInput("人均纯收入比上年同期", ScreeningPlan.ChangeFen(figures)!.Value, "分/人", "下列各项算得");
        var because = Hit(PolicyArithmetic.Test(plan.Pack, plan.Pack.Find<ThresholdRule>(ScreeningRuleIds.Fall)!, plan.Day, change));
        return because with
        {
            Inputs = [change, .. Earned(plan, figures), Before(plan, figures), .. People(plan, figures)],
            Steps = [$"({Yuan(figures.ThisYearFen!.Value)} 元 ÷ {figures.Members} 人) − ({Yuan(figures.LastYearFen!.Value)} 元 ÷ {figures.LastDivisor} 人) = {Yuan(change.Value)} 元/人,低于零即为下降", .. Divisor(plan, figures)],
        };
    }

    private static Explanation Expected(ScreeningPlan plan, in ScreeningFigures figures)
    {
        var expected = new ExplainedInput("年度预计人均纯收入", plan.ExpectedFen(figures)!.Value, "分/人", "下列各项推算");
        var because = Hit(PolicyArithmetic.Test(plan.Pack, plan.Pack.Find<ThresholdRule>(ScreeningRuleIds.Expected)!, plan.Day, expected));
        var projected = plan.Project(figures)!.Value;
        return because with
        {
            Inputs = [expected, .. Earned(plan, figures), .. Rest(plan, projected, figures), PeopleNow(plan, figures)],
            Steps =
            [
                $"推算办法:{Method(plan, projected, figures)} = {Yuan(projected.Fen)} 元",
                $"{Yuan(projected.Fen)} 元 ÷ {figures.Members} 人 = {Yuan(expected.Value)} 元/人,{Limit(plan)}",
                .. Divisor(plan, figures),
            ],
        };
    }

    private static Explanation Missing(ScreeningPlan plan, in ScreeningFigures figures)
    {
        var rule = plan.Pack.Find<ThresholdRule>(ScreeningRuleIds.Fall) ?? plan.Pack.Find<ThresholdRule>(ScreeningRuleIds.Expected)!;
        var held = rule.On(plan.Day)!;
        List<string> lacking = [];
        if (figures.Members == 0) lacking.Add("没有在户成员");
        if (figures.ThisYearFen is null) lacking.Add($"{Quarters(plan, plan.Period.Year)}收入未登记齐全");
        if (figures.LastYearFen is null) lacking.Add($"{Quarters(plan, plan.Period.Year - 1)}收入未登记齐全");
        return new(held.Source.Pack ?? plan.Pack.Id, rule.Id, "收入登记不全,无法判断", held.From, held.Source, [], [.. lacking, "请补登收入后重新筛查;未登记不等于没有风险"]);
    }

    private static Explanation Switched(ScreeningPlan plan, string id, ExplainedInput input, string step)
    {
        var rule = plan.Pack.Find<SwitchRule>(id)!;
        var held = rule.On(plan.Day)!;
        return new(held.Source.Pack ?? plan.Pack.Id, rule.Id, rule.Title, held.From, held.Source, [input], [step]);
    }

    private static IEnumerable<ExplainedInput> Earned(ScreeningPlan plan, in ScreeningFigures figures) =>
        [new("本年已登记纯收入合计", figures.ThisYearFen!.Value, "分/户", $"收入登记 {Quarters(plan, plan.Period.Year)}")];

    private static ExplainedInput Before(ScreeningPlan plan, in ScreeningFigures figures) =>
        new("上年同期纯收入合计", figures.LastYearFen!.Value, "分/户", $"收入登记 {Quarters(plan, plan.Period.Year - 1)}");

    private static IEnumerable<ExplainedInput> Rest(ScreeningPlan plan, Projection projected, in ScreeningFigures figures) =>
        projected.Method == ProjectionMethod.WithLastYearsRest
            ? [new("上年其余季度纯收入合计", figures.LastRestFen!.Value, "分/户", $"收入登记 {RestQuarters(plan)}")]
            : [];

    private static IEnumerable<ExplainedInput> People(ScreeningPlan plan, in ScreeningFigures figures) => figures.LastMembers is > 0 and var before
        ? [PeopleNow(plan, figures), new("上年同期末在户成员", before, "人", $"户籍登记,{Day(LastYear(plan).LastDay)}")]
        : [PeopleNow(plan, figures)];

    private static ExplainedInput PeopleNow(ScreeningPlan plan, in ScreeningFigures figures) => figures.LastMembers is null
        ? new("在户成员", figures.Members, "人", "户籍登记,筛查时")
        : new("在户成员", figures.Members, "人", $"户籍登记,{Day(plan.Period.LastDay)}");

    /// <summary>Whom income was divided by, with the rule that says so; figures taken without it say nothing of it.</summary>
    private static IEnumerable<string> Divisor(ScreeningPlan plan, in ScreeningFigures figures)
    {
        if (figures.LastMembers is not { } before || plan.Pack.Find<SwitchRule>(ScreeningRuleIds.MembersOfTheirYear) is not { } rule) return [];
        return [$"人口口径:{rule.Title}{(before == 0 ? ";上年同期末在户人口没有登记,以本期末代替" : "")}"];
    }

    private static Calendar.Period LastYear(ScreeningPlan plan) => Calendar.Period.OfQuarter(plan.Period.Year - 1, plan.Period.Number);

    private static string Method(ScreeningPlan plan, Projection projected, in ScreeningFigures figures) => projected.Method switch
    {
        ProjectionMethod.Actual => "四个季度实际收入",
        ProjectionMethod.WithLastYearsRest => $"本年已登记 {Yuan(figures.ThisYearFen!.Value)} 元 + 上年其余季度 {Yuan(figures.LastRestFen!.Value)} 元",
        ProjectionMethod.ByShareOfYear => FormattableString.Invariant($"本年已登记 {Yuan(figures.ThisYearFen!.Value)} 元 ÷ {plan.Period.Number} × 4(没有上年其余季度的收入登记,或政策包规定如此)"),
        _ => throw new UnreachableException($"No words for {projected.Method}."),
    };

    private static string Limit(ScreeningPlan plan)
    {
        var rule = plan.Pack.Find<ThresholdRule>(ScreeningRuleIds.Expected)!;
        return PolicyWords.Of(plan.Pack, rule, rule.On(plan.Day)!.Value);
    }

    // The plan flagged it, so the rule must say the same; anything else is our mistake.
    private static Explanation Hit(Explained<bool>? tested) => tested is { Result: true } hit
        ? hit.Because
        : throw new UnreachableException("A household was flagged by a rule that does not hold for it.");

    private static string Quarters(ScreeningPlan plan, int year) => plan.Period.Number == 1
        ? FormattableString.Invariant($"{year}-Q1")
        : FormattableString.Invariant($"{year}-Q1 至 {year}-Q{plan.Period.Number}");

    private static string RestQuarters(ScreeningPlan plan) => plan.Period.Number == 3
        ? FormattableString.Invariant($"{plan.Period.Year - 1}-Q4")
        : FormattableString.Invariant($"{plan.Period.Year - 1}-Q{plan.Period.Number + 1} 至 {plan.Period.Year - 1}-Q4");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Yuan(long fen) => (fen / 100m).ToString("N2", CultureInfo.InvariantCulture);
}
