using System.Globalization;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Households;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>One household, one plan (一户一策): who helps, with what, and how it goes.</summary>
internal static class HelpActs
{
    private const int UsualMonths = 3;

    private static readonly IReadOnlyList<Choice> UsualMeasures =
        [.. new[] { "产业帮扶", "就业帮扶", "公益性岗位", "小额信贷", "低保", "临时救助", "医疗救助", "教育资助", "危房改造", "饮水改善", "防返贫保险", "社会帮扶" }.Select(text => new Choice(text, text))];

    private static readonly IReadOnlyList<Choice> UsualUnits = [.. new[] { "次", "人", "亩", "头", "只", "套", "个月" }.Select(text => new Choice(text, text))];

    public static readonly IReadOnlyList<ActForm> All =
    [
        new(MonitoringActs.Cadre, "联系人的职级要达到预警颜色的要求。", "指定",
            [
                ActField.On("自哪天起"),
                new("cadre", "联系人账号", FieldKind.Account) { Options = context => context.Accounts },
                new("rank", "联系人职级", FieldKind.Choice) { Options = _ => MonitoringWords.Ranks, Default = context => context.File.Colour?.RequiredRank },
            ],
            input => new(input.Address("cadres"), new CadreBody(input.Form.Day("on"), input.Form.Required("cadre"), input.Form.Required("rank")))),
        new(MonitoringActs.Measure, "一条措施写一件事；完成前可以修改。", "保存措施",
            [
                new("kind", "什么措施", FieldKind.Line) { Default = context => context.Measure?.Kind, Options = _ => UsualMeasures, Hint = "可从常用措施里选" },
                new("member", "帮扶到谁", FieldKind.Choice, false) { Default = context => context.Measure?.Member, Options = MembersOf, Hint = "不选即全户" },
                new("amountFen", "金额（元）", FieldKind.Yuan, false) { Default = Amount, Hint = "不是给钱的不填" },
                new("quantity", "数量", FieldKind.Number) { Default = context => (context.Measure?.Quantity ?? 1).ToString(CultureInfo.InvariantCulture) },
                new("unit", "单位", FieldKind.Line) { Default = context => context.Measure?.Unit ?? "次", Options = _ => UsualUnits },
                new("cadre", "负责人账号", FieldKind.Account)
                {
                    Default = context => context.Measure?.Cadre ?? context.File.Cadre?.Account ?? context.Viewer.Account, Options = context => context.Accounts,
                },
                ActField.On("制定日期") with { Default = context => Figures.Day(context.Measure?.PlannedOn ?? context.Today) },
                new("dueOn", "哪天前完成", FieldKind.Day) { Default = context => Figures.Day(context.Measure?.DueOn ?? context.Today.AddMonths(UsualMonths)) },
            ],
            ReadMeasure)
        { NamesMembers = true },
        new(MonitoringActs.Completion, "写清效果，附上凭证。", "登记完成",
            [ActField.On("完成日期"), new("result", "效果", FieldKind.Text), ActField.Files("凭证", required: false)],
            input => new($"{input.SubjectAddress("measures")}/completion", new CompletionBody(input.Form.Day("on"), input.Form.Required("result"), input.Evidence)))
        {
            Subjects = file => [.. file.Measures.Where(measure => measure.CompletedOn is null).Select(measure => new Choice(measure.Id, $"{measure.Kind}，{Figures.Day(measure.DueOn)} 前"))],
            SubjectLabel = "哪一条措施",
        },
        new(MonitoringActs.Visit, "", "记录走访",
            [ActField.On("走访日期"), ActField.Needs(), new("note", "情况", FieldKind.Text, false), ActField.Files("照片", required: false)],
            input => new(input.Address("visits"), new VisitBody(input.Form.Day("on"), input.Form.Many("needs"), input.Form.Optional("note"), input.Evidence))),
        new(MonitoringActs.Assessment, "预计消除的日子变了就重新研判；预警颜色随之改变。", "记录研判",
            [
                ActField.On("研判日期"),
                new("expectedClearOn", "现在预计哪天能消除风险", FieldKind.Day),
                new("reason", "理由", FieldKind.Text),
            ],
            input => new(input.Address("assessments"), new AssessmentBody(input.Form.Day("on"), input.Form.Day("expectedClearOn"), input.Form.Required("reason")))),
        new(MonitoringActs.IncomeTarget, "一年一个目标，可以修改。", "保存目标",
            [
                new("year", "年度", FieldKind.Number) { Default = TargetYear },
                new("perHeadFen", "人均纯收入目标（元）", FieldKind.Yuan),
                ActField.On("制定日期"),
            ],
            input => new(
                HouseholdApi.Of(input.Household, "income-targets", input.Form.RequiredNumber("year").ToString(CultureInfo.InvariantCulture)),
                new IncomeTargetBody(input.Form.Day("on"), input.Form.Fen("perHeadFen")))),
        new(MonitoringActs.Check, "入户看过就登记；发现风险另外登记线索。", "登记排查",
            [ActField.On("排查日期"), ActField.Needs()],
            input => new(input.SubjectAddress("checks"), new CheckBody(input.Form.Day("on"), input.Form.Many("needs")))),
        new(MonitoringActs.Withdrawal, "记错了可以撤回，原记录仍留在时间线里。已经据此办了后面环节的不能撤回。", "撤回",
            [ActField.On("撤回日期"), new("reason", "错在哪里", FieldKind.Text) { Hint = "不写个人信息" }],
            ReadWithdrawal),
    ];

    /// <summary>A measure that is named is changed, under its own id; else one is planned under the form's.</summary>
    private static ActRequest ReadMeasure(ActInput input) => new(
        input.Subject.Length > 0 ? input.SubjectAddress("measures") : input.Address("measures"),
        new MeasureBody(
            input.Form.Day("on"), input.Form.Required("kind"), input.Form.Fen("amountFen"), input.Form.RequiredNumber("quantity"), input.Form.Required("unit"),
            input.Form.Required("cadre"), input.Form.Day("dueOn"), input.Form.Optional("member")));

    /// <summary>The year the task asks for; once it has passed, the present one answers.</summary>
    private static string TargetYear(ActContext context) => Math.Max(
        context.Today.Year, int.TryParse(context.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0).ToString(CultureInfo.InvariantCulture);

    private static string? Amount(ActContext context) => context.Measure is { AmountFen: > 0 and var fen } ? FormView.Yuan(fen) : null;

    private static IReadOnlyList<Choice> MembersOf(ActContext context) =>
        [.. context.Members.Select(member => new Choice(member.Id, $"{member.Name ?? member.Id}（{HouseholdWords.Relations.TextOf(member.Relation)}）"))];

    /// <summary>The subject says what is withdrawn: <c>visits/…</c>, <c>clues/…</c> or <c>measures/…</c>.</summary>
    private static ActRequest ReadWithdrawal(ActInput input)
    {
        var (part, id) = input.Subject.Split('/') is [("clues" or "visits" or "measures") and var known, { Length: > 0 } named] ? (known, named) : ("clues", "unknown");
        return new($"{HouseholdApi.Of(input.Household, part, id)}/withdrawal", new WithdrawalBody(input.Form.Day("on"), input.Form.Required("reason")));
    }
}
