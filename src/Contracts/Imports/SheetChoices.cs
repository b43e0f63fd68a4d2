using Revitalization.Contracts.Monitoring;

namespace Revitalization.Contracts.Imports;

/// <summary>Dictionary values (字典值) of the official sheets. Where two are written for one value, the first is written back.</summary>
public static class SheetChoices
{
    public static readonly IReadOnlyList<FieldChoice> YesNo =
        [new("是", "true"), new("否", "false")];

    public static readonly IReadOnlyList<FieldChoice> VillageGrade =
        [new("否", "none"), new("无", "none"), new("省级", "provincial"), new("县级", "county")];

    public static readonly IReadOnlyList<FieldChoice> HouseholdKind =
    [
        new("一般农户", "ordinary"), new("一般户", "ordinary"), new("普通农户", "ordinary"),
        new("脱贫户", "lifted"), new("农村低收入户", "low-income"), new("低收入户", "low-income"),
    ];

    public static readonly IReadOnlyList<FieldChoice> Monitored =
    [
        new("脱贫不稳定户", "unstable-lifted"), new("边缘易致贫户", "marginal"), new("突发严重困难户", "sudden-hardship"),
        new("否", ""), new("无", ""), new("非监测对象", ""),
    ];

    public static readonly IReadOnlyList<FieldChoice> Relation =
    [
        new("户主", "head"), new("配偶", "spouse"),
        new("子女", "child"), new("之子", "child"), new("之女", "child"), new("儿子", "child"), new("女儿", "child"),
        new("儿媳女婿", "child-in-law"), new("之儿媳", "child-in-law"), new("之女婿", "child-in-law"), new("儿媳", "child-in-law"), new("女婿", "child-in-law"),
        new("孙子女", "grandchild"), new("之孙子", "grandchild"), new("之孙女", "grandchild"), new("之外孙子", "grandchild"), new("之外孙女", "grandchild"), new("孙子", "grandchild"), new("孙女", "grandchild"),
        new("父母", "parent"), new("之父", "parent"), new("之母", "parent"), new("父亲", "parent"), new("母亲", "parent"),
        new("配偶父母", "parent-in-law"), new("之岳父", "parent-in-law"), new("之岳母", "parent-in-law"), new("之公公", "parent-in-law"), new("之婆婆", "parent-in-law"),
        new("祖父母", "grandparent"), new("之祖父", "grandparent"), new("之祖母", "grandparent"), new("之外祖父", "grandparent"), new("之外祖母", "grandparent"),
        new("兄弟姐妹", "sibling"), new("之兄弟姐妹", "sibling"), new("其他", "other"),
    ];

    public static readonly IReadOnlyList<FieldChoice> Schooling =
    [
        new("未填", "unstated"), new("文盲或半文盲", "illiterate"), new("文盲", "illiterate"), new("学龄前儿童", "preschool"), new("学前", "preschool"),
        new("小学", "primary"), new("初中", "junior-middle"),
        new("高中", "senior-middle"), new("中职", "senior-middle"), new("中专", "senior-middle"), new("技工学校", "senior-middle"),
        new("大专及以上", "college"), new("大专", "college"), new("本科", "college"), new("本科及以上", "college"), new("在校", "at-school"),
    ];

    public static readonly IReadOnlyList<FieldChoice> InSchool =
    [
        new("在校生", "true"), new("非在校生", "false"), new("是", "true"), new("否", "false"), new("学龄前儿童", "false"),
        new("学前教育", "true"), new("小学", "true"), new("初中", "true"), new("高中", "true"), new("中职", "true"), new("大专", "true"), new("本科", "true"),
    ];

    public static readonly IReadOnlyList<FieldChoice> ClueOrigin =
    [
        .. MonitoringTerms.Origins.Select(origin => new FieldChoice(origin.Value, origin.Key)),
        new("自主申报", "application"), new("走访", "visit"), new("部门预警", "department"), new("部门推送", "department"), new("排查", "screening"),
    ];

    public static readonly IReadOnlyList<FieldChoice> Risk =
    [
        .. MonitoringTerms.Risks.Select(risk => new FieldChoice(risk.Value, risk.Key)),
        new("大额医疗支出", "illness"), new("残疾", "disability"), new("自然灾害", "disaster"), new("意外事故", "accident"), new("失业", "work-loss"),
        new("产业项目失败", "industry-loss"), new("住房安全问题", "housing"), new("饮水安全问题", "water"),
    ];

    public static readonly IReadOnlyList<FieldChoice> Labour =
    [
        new("普通劳动力", "able"), new("技能劳动力", "able"), new("弱劳动力或半劳动力", "weak"), new("弱劳动力", "weak"), new("半劳动力", "weak"),
        new("无劳动力", "none"), new("丧失劳动力", "none"),
    ];

    public static readonly IReadOnlyList<FieldChoice> Employment =
    [
        new("未就业", "none"), new("无", "none"), new("务农", "none"), new("县内", "in-county"), new("县内务工", "in-county"), new("乡(镇)内务工", "in-county"),
        new("县外省内", "in-province"), new("省内县外", "in-province"), new("县外省内务工", "in-province"),
        new("省外", "out-of-province"), new("省外务工", "out-of-province"), new("东西部协作地区务工", "out-of-province"),
        new("公益性岗位", "public-post"), new("公益岗位", "public-post"), new("帮扶车间", "workshop"),
    ];
}
