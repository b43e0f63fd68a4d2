using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Households;

/// <summary>The register's words as the pages write them.</summary>
public static class HouseholdWords
{
    /// <summary>村民小组: a bare number is read as one, a name as it stands.</summary>
    public static string Group(string group) => group.All(char.IsAsciiDigit) ? $"{group} 组" : group;

    public static readonly IReadOnlyList<Choice> Kinds =
        [new("ordinary", "一般户"), new("lifted", "脱贫户"), new("low-income", "农村低收入户")];

    public static readonly IReadOnlyList<Choice> Monitored =
        [new("unstable-lifted", "脱贫不稳定户"), new("marginal", "边缘易致贫户"), new("sudden-hardship", "突发严重困难户")];

    public static readonly IReadOnlyList<Choice> Relations =
    [
        new("head", "户主"), new("spouse", "配偶"), new("child", "子女"), new("child-in-law", "儿媳女婿"), new("grandchild", "孙子女"),
        new("parent", "父母"), new("parent-in-law", "岳父母或公婆"), new("grandparent", "祖父母"), new("sibling", "兄弟姐妹"), new("other", "其他"),
    ];

    public static readonly IReadOnlyList<Choice> Labour =
        [new("able", "有劳动能力"), new("weak", "弱劳动力或半劳动力"), new("none", "无劳动力")];

    public static readonly IReadOnlyList<Choice> Employment =
    [
        new("none", "未务工或务农"), new("in-county", "县内务工"), new("in-province", "省内县外务工"), new("out-of-province", "省外务工"),
        new("workshop", "帮扶车间"), new("public-post", "公益性岗位"),
    ];

    public static readonly IReadOnlyList<Choice> Schooling =
    [
        new("unstated", "未填写"), new("illiterate", "文盲或半文盲"), new("preschool", "学龄前"), new("primary", "小学"), new("junior-middle", "初中"),
        new("senior-middle", "高中或中职"), new("college", "大专及以上"), new("at-school", "在校"),
    ];

    public static readonly IReadOnlyList<Choice> Sexes = [new("male", "男"), new("female", "女")];
}
