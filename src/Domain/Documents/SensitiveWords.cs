namespace Revitalization.Domain.Documents;

/// <summary>Words for groups so small or so exposed that a number, or a name, beside them can point at somebody.</summary>
internal static class SensitiveWords
{
    /// <summary>Groups of households and people: counts of them are protected as the platform's own figures are.</summary>
    private static readonly string[] s_groups =
    [
        "监测", "返贫", "致贫", "风险", "困难户", "低保", "特困", "五保", "残疾", "重病", "大病", "患病", "孤儿", "留守", "失能", "失独", "艾滋", "精神", "智力",
        "脱贫不稳定", "零就业", "辍学", "服刑", "戒毒", "未成年", "救助", "临时遇困", "危房",
    ];

    /// <summary>Facts that the law calls sensitive when they are about one person (个人信息保护法第二十八条), or that shame.</summary>
    private static readonly string[] s_facts =
    [
        "患", "癌", "病", "残疾", "低保", "特困", "五保", "监测", "返贫", "贫困", "离异", "离婚", "丧偶", "服刑", "吸毒", "戒毒", "孤儿", "未成年", "流产", "怀孕",
        "智力", "精神", "账号", "银行卡", "卡号", "身份证", "住院", "手术", "困难", "欠款", "负债", "救助",
    ];

    public static bool IsGroup(string text) => s_groups.Any(word => text.Contains(word, StringComparison.Ordinal));

    public static string? Fact(ReadOnlySpan<char> text)
    {
        foreach (var fact in s_facts)
        {
            if (text.Contains(fact, StringComparison.Ordinal)) return fact;
        }
        return null;
    }
}
