using Revitalization.Portal.Documents;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Pages.DataSets;

/// <summary>One data set as people know it (数据集).</summary>
/// <param name="About">What one row of it is.</param>
/// <param name="Method">How its rows come about.</param>
/// <param name="Basis">The clause that has it published.</param>
/// <param name="Keywords">For catalogues.</param>
/// <param name="Example">A query that shows something, still to be encoded.</param>
public sealed record DataSetEntry(SetModel Set, string Title, string About, string Method, string Basis, IReadOnlyList<string> Keywords, string Example);

/// <summary>Every set with what a reader must know of it; pages and the catalogue say it from here.</summary>
public static class DataSetBook
{
    private const string AidBasis = "《政府信息公开条例》第二十条第（十一）项；《关于坚持和完善东西部协作机制的意见》";
    private const string FigureBasis = "《政府信息公开条例》第二十条第（五）项；《统计法》第二十八条";
    private const string FigureMethod = "由县级登记台账逐级汇总；小数值和可由其他数字推出的数值在发布时不予公布，合计仍包含这些数。";
    private const string AidMethod = "协作方报告、受援县确认，同一笔款项只计一次；已报告、已确认、已下达、已支付、未支付各自列出。";

    public static readonly IReadOnlyList<DataSetEntry> All =
    [
        new(Disclosure.Observations, "指标数值", "一行是一个地区、一个时期、一项指标的数值；不予公布的数值留空，状态为 suppressed。",
            FigureMethod, FigureBasis, ["防返贫监测", "农户", "收入", "就业"], "$filter=RegionLevel eq 'county' and PeriodKind eq 'Year'"),
        new(Disclosure.Regions, "地区", "一行是一个地区，从省到村；上级代码把各级连起来。",
            "县和县以上用国家公布的行政区划代码；示例村的代码是合成的，名称中注明。", "《民政部关于行政区划代码的公告》", ["行政区划"], "$filter=Level eq 'township'"),
        new(Disclosure.Indicators, "指标", "一行是一项指标：定义、单位、算法和依据；编码的含义永不改变。",
            "定义变了就是新的编码，并指明旧编码。", FigureBasis, ["指标", "元数据"], "$filter=Additive eq true"),
        new(AidSets.Partnerships, "协作关系", "一行是一对协作关系：协作方、受援县和类型。",
            AidMethod, AidBasis, ["东西部协作", "对口帮扶", "定点帮扶"], "$filter=Kind eq 'EastWest'"),
        new(AidSets.Plans, "协作年度计划", "一行是一对协作关系一年的计划：资金、项目、人次和消费帮扶保底销售额，金额以分计。",
            AidMethod, AidBasis, ["东西部协作", "计划"], "$filter=Year eq 2022"),
        new(AidSets.PlanLines, "协作年度计划分领域", "一行是一年计划中的一个协作领域。",
            AidMethod, AidBasis, ["东西部协作", "计划"], "$filter=Year eq 2022"),
        new(AidSets.AidReports, "支援报告", "一行是一次支援：已报告、已确认、已下达、已支付、未支付五个口径各自列出，从不混用；协作方内部未复核的不在其中。",
            AidMethod, AidBasis, ["东西部协作", "帮扶资金"], "$filter=State eq 'Confirmed'"),
        new(AidSets.Pairings, "结对", "一行是一对结对的乡镇、部门、学校、医院、企业或村。",
            AidMethod, AidBasis, ["结对帮扶"], "$filter=Kind eq 'Township'"),
        new(ProjectSets.Projects, "项目", "一行是项目库中的一个项目：阶段、日期、投资、到位、支付和劳务报酬；务工人数过少的留空。",
            "阶段逐级推进，不可跳过；支付数来自项目的支付记录。", AidBasis, ["衔接资金", "项目库", "以工代赈"], "$filter=WorkRelief eq true"),
        new(ProjectSets.Assets, "帮扶资产", "一行是项目形成的一项资产；到户类资产只到乡镇，不公布农户。",
            "项目验收移交时登记，之后逐次核查。", AidBasis, ["帮扶项目资产"], "$filter=Class eq 'Operating'"),
        new(ProjectSets.Flows, "资金流向", "一行是一笔资金经一个协作领域到一个项目的下达和支付数；领域为 Budget 的来自预算指标文件。",
            AidMethod, AidBasis, ["衔接资金"], "$orderby=PaidFen desc"),
        new(DocumentSets.Documents, "公开文件", "一行是一件依法公开的文件：索引号、标题、发布机构、日期、有效性、概述和正文全文。",
            "由两人登记、审核后发布；正文发布前检查个人信息。", "《政府信息公开条例》第十九条、第二十条", ["政府信息公开"], "$orderby=PublishedOn desc"),
        new(Disclosure.Releases, "发布", "一行是一次发布：编号、数据日期、行数、根散列和签名。",
            "一人提出、另一人核准，连续编号，签名后不可更改。", "《政府信息公开条例》第六条", ["数据发布"], "$orderby=Number desc"),
    ];

    public static DataSetEntry? Find(string name) => All.FirstOrDefault(entry => entry.Set.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
