using Revitalization.Contracts.Releases;
using Revitalization.Portal.Documents;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.DataSets;

/// <param name="About">What one row of the set is.</param>
public sealed record DataSet(SetModel Set, string Title, string About, long? Rows);

public sealed record DataSetsView(ReleaseManifest? Release, IReadOnlyList<DataSet> Sets);

/// <summary><c>/data/</c>: every set with its fields and its files (数据集).</summary>
internal static class DataSetPages
{
    private static readonly (SetModel Set, string Title, string About)[] Known =
    [
        (Disclosure.Observations, "指标数值", "一行是一个地区、一个时期、一项指标的数值；不予公布的数值留空，状态为 suppressed。"),
        (Disclosure.Regions, "地区", "一行是一个地区，从省到村；上级代码把各级连起来。"),
        (Disclosure.Indicators, "指标", "一行是一项指标：定义、单位、算法和依据；编码的含义永不改变。"),
        (AidSets.Partnerships, "协作关系", "一行是一对协作关系：协作方、受援县和类型。"),
        (AidSets.Plans, "协作年度计划", "一行是一对协作关系一年的计划：资金、项目、人次和消费帮扶保底销售额，金额以分计。"),
        (AidSets.PlanLines, "协作年度计划分领域", "一行是一年计划中的一个协作领域。"),
        (AidSets.AidReports, "支援报告", "一行是一次支援：已报告、已确认、已下达、已支付、未支付五个口径各自列出，从不混用；协作方内部未复核的不在其中。"),
        (AidSets.Pairings, "结对", "一行是一对结对的乡镇、部门、学校、医院、企业或村。"),
        (ProjectSets.Projects, "项目", "一行是项目库中的一个项目：阶段、日期、投资、到位、支付和劳务报酬；务工人数过少的留空。"),
        (ProjectSets.Assets, "帮扶资产", "一行是项目形成的一项资产；到户类资产只到乡镇，不公布农户。"),
        (ProjectSets.Flows, "资金流向", "一行是一笔资金经一个协作领域到一个项目的下达和支付数；领域为 Budget 的来自预算指标文件。"),
        (DocumentSets.Documents, "公开文件", "一行是一件依法公开的文件：索引号、标题、发布机构、日期、有效性、概述和正文全文。"),
        (Disclosure.Releases, "发布", "一行是一次发布：编号、数据日期、行数、根散列和签名。"),
    ];

    public static void Map(WebApplication app) => app.MapGet("/data/", Show).AllowAnonymous();

    private static ReleasedPage<DataSetsPage, DataSetsView> Show(IReplicaReader replica) =>
        new(replica.Current, new(replica.Current, [.. Known.Select(set => new DataSet(set.Set, set.Title, set.About, Rows(replica.Current, set.Set.Name)))]));

    // A set of which the manifest counts no rows (the releases themselves) shows none.
    private static long? Rows(ReleaseManifest? release, string set) =>
        release is not null && release.RowCounts.TryGetValue(set, out var rows) ? rows : null;
}
