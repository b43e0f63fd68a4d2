using System.Collections.Frozen;
using System.Text.Json;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Households;

/// <summary>What an event recorded, in the words of the pages. A field without a word is shown under its own name: history hides nothing.</summary>
public static class EventWords
{
    private const int LongestValue = 200;

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["household"] = "户", ["villageCode"] = "村代码", ["village"] = "村", ["kind"] = "户类型", ["group"] = "村民小组", ["monitored"] = "监测对象",
        ["riskCleared"] = "风险已消除", ["resettled"] = "易地搬迁", ["resettlementSite"] = "集中安置点", ["effectiveOn"] = "生效日期",
        ["member"] = "成员", ["memberId"] = "成员编号", ["name"] = "姓名", ["nationalId"] = "身份证号码", ["sex"] = "性别", ["birthYear"] = "出生年份", ["birthDate"] = "出生日期",
        ["relation"] = "与户主关系", ["labour"] = "劳动能力", ["employment"] = "就业去向", ["schooling"] = "受教育情况", ["inSchool"] = "在校",
        ["willingToWork"] = "有就业意愿", ["phone"] = "联系电话", ["bankAccount"] = "一卡通账号", ["health"] = "健康状况", ["period"] = "期间", ["quarter"] = "季度",
        ["wageFen"] = "工资性收入", ["operatingFen"] = "经营性收入", ["operatingCostFen"] = "生产经营支出", ["costsFen"] = "生产经营支出", ["propertyFen"] = "财产性收入", ["transferFen"] = "转移性收入",
        ["source"] = "来源", ["toVillageCode"] = "迁入村", ["fromVillageCode"] = "迁出村", ["toGroup"] = "迁入组", ["movedOn"] = "迁移日期", ["diedOn"] = "死亡日期",
        ["leftOn"] = "迁出日期", ["corrects"] = "更正对象", ["withdraw"] = "撤回", ["newHousehold"] = "新户", ["members"] = "成员", ["splitOn"] = "分户日期",
        ["intoHousehold"] = "并入户", ["mergedOn"] = "并户日期", ["legalBasis"] = "法律依据", ["on"] = "日期", ["person"] = "人员编号",
        ["clueId"] = "线索编号", ["origin"] = "线索来源", ["risk"] = "风险类型", ["risks"] = "风险类型", ["note"] = "说明", ["text"] = "文字说明", ["evidence"] = "佐证材料",
        ["assignee"] = "核查员", ["verificationId"] = "核查编号", ["needs"] = "存在问题", ["expectedClearOn"] = "预计消除日期", ["present"] = "到会人数", ["inFavour"] = "同意人数",
        ["noticeId"] = "公示编号", ["place"] = "张贴地点", ["proofHash"] = "张贴照片", ["until"] = "公示截止日期", ["objectionId"] = "异议编号", ["upheld"] = "异议成立",
        ["round"] = "纳入次数", ["pack"] = "政策包", ["admittedOn"] = "纳入日期", ["cadre"] = "责任人", ["rank"] = "职级", ["measureId"] = "措施编号", ["amountFen"] = "金额",
        ["quantity"] = "数量", ["unit"] = "单位", ["dueOn"] = "完成期限", ["visitId"] = "走访编号", ["by"] = "办理人", ["campaign"] = "排查批次", ["year"] = "年度",
        ["perHeadFen"] = "人均目标", ["clearingId"] = "风险消除编号",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, IReadOnlyList<Choice>> Values = new Dictionary<string, IReadOnlyList<Choice>>(StringComparer.OrdinalIgnoreCase)
    {
        ["kind"] = HouseholdWords.Kinds, ["monitored"] = HouseholdWords.Monitored, ["relation"] = HouseholdWords.Relations, ["labour"] = HouseholdWords.Labour,
        ["employment"] = HouseholdWords.Employment, ["schooling"] = HouseholdWords.Schooling, ["sex"] = HouseholdWords.Sexes,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The reason that a correction, a move or a departure states.</summary>
    public static string? Reason(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String ? reason.GetString() : null;

    /// <summary>The quarter that incomes were recorded for: a household has many such entries, and each is one of them.</summary>
    public static string? Quarter(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty("quarter", out var quarter) && quarter.GetString() is { } period ? Figures.PeriodInWords(period) : null;

    /// <summary>Every field, nested ones flattened, without what the time line already shows.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(JsonElement data) => data.ValueKind != JsonValueKind.Object
        ? []
        : data.EnumerateObject().Where(field => field.Name is not ("reason" or "effectiveOn")).SelectMany(Flat);

    private static IEnumerable<(string Name, string Value)> Flat(JsonProperty field) => field.Value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Object => Fields(field.Value),
        _ => [(Names.GetValueOrDefault(field.Name, field.Name), Text(field.Name, field.Value))],
    };

    private static string Text(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Number when name.EndsWith("Fen", StringComparison.OrdinalIgnoreCase) && value.TryGetInt64(out var fen) => $"{Figures.Yuan(fen)} 元",
        JsonValueKind.Array => Shorten(string.Join("、", value.EnumerateArray().Select(item => item.ToString()))),
        _ => Shorten(Values.TryGetValue(name, out var choices) ? choices.TextOf(value.ToString()) : value.ToString()),
    };

    private static string Shorten(string text) => text.Length <= LongestValue ? text : text[..LongestValue] + "…";
}
