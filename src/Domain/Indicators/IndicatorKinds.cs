using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Indicators;

/// <summary>Short ways to state an indicator.</summary>
internal static class IndicatorKinds
{
    internal const string MonitoredThree = "旺苍县2022年乡村振兴重点工作 一、紧盯“三类群体”防止返贫致贫";
    internal const string Register = "剑阁县“7+7+3”模式巩固成果助力乡村振兴（2022-07-26） “两类户”台账";
    internal const string Site = "巴中市2023年二季度现场拉练侧记（2023-07-17） 各村户数、人口";
    internal const string Workshops = "剑阁县“7+7+3”模式巩固成果助力乡村振兴（2022-07-26） 帮户七项扶持（三）至（五）";
    internal const string Income = "石泉县2023年脱贫群众增收方案（xzfgzbmsqxxczxj/2023-0049） 收入排查和规范收入监测";
    internal const string Employment = "石泉县2023年脱贫群众增收方案（xzfgzbmsqxxczxj/2023-0049） 持续促进稳定就业";

    private const string StockMethod = "期末时点数，由户籍登记事件逐季累计；村数相加即乡镇、县、市、省数。";
    private const string FlowMethod = "期内发生数，由登记事件按发生日所在季度汇总。";

    private static readonly PeriodKind[] s_both = [PeriodKind.Year, PeriodKind.Quarter];

    public static Indicator HouseholdStock(string code, string name, string definition, string source) =>
        new(code, name, "户", definition, StockMethod, source, true, true, Accumulation.Stock, 0, s_both, null, []);

    public static Indicator PeopleStock(string code, string name, string definition, string source, string? guard = null) =>
        new(code, name, "人", definition, StockMethod, source, true, true, Accumulation.Stock, 0, s_both, guard, []);

    public static Indicator PeopleFlow(string code, string name, string definition, string source) =>
        new(code, name, "人", definition, FlowMethod, source, true, true, Accumulation.Flow, 0, s_both, null, []);

    public static Indicator Amount(string code, string name, string definition) =>
        new(code, name, "元", definition, FlowMethod, Income, true, true, Accumulation.Flow, 2, s_both, IndicatorCodes.IncomeHouseholds, []);

    public static Indicator Reporting(string code, string name, string unit, string definition, PeriodKind kind, string? guard) =>
        new(code, name, unit, definition, FlowMethod, Income, true, true, Accumulation.Flow, 0, [kind], guard, []);
}
