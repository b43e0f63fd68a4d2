using Revitalization.Contracts.Documents;

namespace Revitalization.Standalone.Samples.Documents;

/// <param name="Successor">Takes its place once both are published; null where it stays in force.</param>
/// <param name="EndReason">Why it was replaced, or, without a successor, repealed; null where neither.</param>
internal sealed record SampleDocument(string Id, DocumentBody Body, string? Successor = null, string? EndReason = null);

/// <summary>
/// A few documents with everything that the portal shows of one: a plan and what replaced it, rules with a table, a notice out of force. All are made
/// up and say so; the organisation code is well formed and nobody's.
/// </summary>
internal static class SampleDocuments
{
    private const string County = "510823", Township = "510823100";
    private const string Office = "剑阁县示例乡村振兴局", Government = "剑阁县示例镇人民政府";

    public static IReadOnlyList<SampleDocument> All { get; } =
    [
        new("sample-plan-2022", Body("（示例）关于印发2022年帮扶产业工作方案的通知", 1, 2022, "示例乡振发〔2022〕1号", "方案", new(2022, 3, 10), new(2022, 3, 18),
            "示例文件：2022年帮扶产业的任务、资金与检查安排。",
            """
            各乡镇人民政府：
            本文件为示例，内容均为虚构。
            一、总体安排
            全年安排示例产业项目十二个，资金重点用于产业园区道路、灌溉和冷藏设施。
            二、主要任务
            （一）建设产业园区。每个乡镇至少建成一处示例园区。
            （二）组织技能培训。全年组织培训二十四期。
            三、资金管理
            项目资金按季度公开，接受监督。
            四、检查考核
            每半年检查一次，结果在全县通报。
            """), "sample-plan-2023", "新的年度方案已经印发。"),
        new("sample-plan-2023", Body("（示例）关于印发2023年帮扶产业工作方案的通知", 2, 2023, "示例乡振发〔2023〕3号", "方案", new(2023, 3, 7), new(2023, 3, 14),
            "示例文件：2023年帮扶产业的任务、资金与检查安排，替代2022年方案。",
            """
            各乡镇人民政府：
            本文件为示例，内容均为虚构。
            一、总体安排
            全年安排示例产业项目十五个，资金重点用于产业园区灌溉、冷藏设施和品牌建设。
            二、主要任务
            （一）建设产业园区。每个乡镇至少建成一处示例园区，已建成的完成配套。
            （二）组织技能培训。全年组织培训三十期，其中电商培训十期。
            （三）拓展消费帮扶。组织产销对接活动，建立销售台账。
            三、资金管理
            项目资金按月公开，接受监督。
            四、检查考核
            每半年检查一次，结果在全县通报。
            """)),
        new("sample-awards-2023", Body("（示例）关于公布2023年产业奖补标准的公告", 3, 2023, null, "公告", new(2023, 4, 18), new(2023, 4, 25),
            "示例文件：产业奖补的对象、标准和申领程序。",
            """
            本公告为示例，标准均为虚构。
            一、奖补对象
            登记在册、发展种植养殖并有销售记录的农户和村集体。
            二、奖补标准
            | 项目 | 计算单位 | 标准（元） | 每户上限（元） |
            | 示例种植 | 亩 | 120 | 2400 |
            | 示例养殖 | 头 | 80 | 1600 |
            | 示例加工 | 套 | 500 | 1000 |
            三、申领程序
            农户申请，村级核实并公示，乡镇审核，县级兑付。
            """)),
        new("sample-notice-2021", Body("（示例）关于开展春季集中排查的通知", 4, 2021, "示例府发〔2021〕6号", "通知", new(2021, 4, 6), new(2021, 4, 12),
            "示例文件：春季集中排查的时间、范围和要求。",
            """
            各村（社区）：
            本通知为示例，内容均为虚构。
            一、排查时间
            四月中旬至五月上旬。
            二、排查范围
            全镇农户，逐户走访，做到不漏一户。
            三、工作要求
            排查结果经村级评议后报镇政府。
            """) with { Region = Township, Issuer = Government }, null, "排查任务已经完成。"),
    ];

    private static DocumentBody Body(
        string title, int serial, int year, string? number, string genre, DateOnly madeOn, DateOnly publishedOn, string summary, string text) => new(
        County, title, FormattableString.Invariant($"11510823000090018L/{year}-{serial:00000}"), number, Office, "农业、林业、水利", genre, madeOn, publishedOn, "valid", summary, text);
}
