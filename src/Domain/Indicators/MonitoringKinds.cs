using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Indicators;

/// <summary>Short ways to state a monitoring figure, with who asks for it.</summary>
internal static class MonitoringKinds
{
    internal const string Watch = "旺苍县2022年乡村振兴重点工作 一、紧盯“三类群体”防止返贫致贫";
    internal const string Colours = "剑阁县“7+7+3”模式巩固成果助力乡村振兴（2022-07-26） 监测户“蓝黄红”分级预警";
    internal const string CampaignMonths = "旺苍县2022年乡村振兴重点工作 每年4月和10月集中排查";
    internal const string Plan = "石泉县2023年脱贫群众增收方案（xzfgzbmsqxxczxj/2023-0049） 一户一策、一人一法";

    private const string StockMethod = "期末时点数，由监测档案事件逐季累计；本平台建档（含承接在册）之日起计，村数相加即乡镇、县、市、省数。";
    private const string FlowMethod = "期内发生数，由监测档案事件按办理日期所在季度、当日所在村汇总。";
    private const string HouseholdMethod = "期内去重户数：一户在一村一期只计一次，故不可由季度相加得全年。";

    private static readonly PeriodKind[] s_both = [PeriodKind.Year, PeriodKind.Quarter];

    public static Indicator Standing(string code, string name, string definition, string source = Watch) =>
        new(code, name, "户", definition, StockMethod, source, true, true, Accumulation.Stock, 0, s_both, null, []);

    public static Indicator InThem(string code, string name, string definition, string guard) =>
        new(code, name, "人", definition, StockMethod, Watch, true, true, Accumulation.Stock, 0, s_both, guard, []);

    /// <summary>One for each household that goes through; of the same household hardly ever two in a year.</summary>
    public static Indicator Procedure(string code, string name, string definition, string source = Watch) =>
        new(code, name, "户次", definition, FlowMethod, source, true, true, Accumulation.Flow, 0, s_both, null, []);

    /// <summary>Households counted once in a period, which guard what is counted of them.</summary>
    public static Indicator Distinct(string code, string name, string definition, PeriodKind kind, string source = Watch) =>
        new(code, name, "户", definition, HouseholdMethod, source, true, true, Accumulation.Flow, 0, [kind], null, []);

    public static Indicator Count(string code, string name, string unit, string definition, string guard, string source = Plan, int scale = 0) =>
        new(code, name, unit, definition, FlowMethod, source, true, true, Accumulation.Flow, scale, s_both, guard, []);

    public static Indicator Ratio(string code, string name, string unit, string definition, string source, int scale, string guard, params RatioTerms[] terms) =>
        new(code, name, unit, definition, "发布时由两项合计相除，四舍五入；不可相加。", source, false, true, Accumulation.Ratio, scale,
            [.. terms.Select(term => term.Kind)], guard, terms);

    public static RatioTerms[] InBoth(string numerator, string denominator) => [.. s_both.Select(kind => new RatioTerms(kind, numerator, denominator))];
}
