using System.Globalization;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Projects;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Assets;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Projects;

/// <param name="Funds">Of the project's county; read for the forms only.</param>
public sealed record ProjectRecord(ProjectView Project, IReadOnlyList<FundView> Funds);

/// <summary>What the county does to one project (项目): its stages, its money, its rosters, its beneficiaries and what it left.</summary>
internal static class ProjectForms
{
    private const int CountyDigits = 6;

    public static readonly RecordForms<ProjectRecord> All = new(Read, Place, ProjectRefusals.Fields,
        new("stage", "进入下一阶段", "登记", Stage, ReadStage) { IsMain = true, IsOpen = (viewer, record) => viewer.IsCounty && Next(record.Project) is not null },
        new("allocation", "下达资金", "下达", Allocation, sent => new(
            $"{Api(sent)}/allocations/{sent.Id}", new AllocationBody(sent.Form.Day("on"), sent.Form.Required("fund"), sent.Form.RequiredFen("fen"))))
        {
            Lead = "不超过资金已确认且已到账的余额。", IsMain = true, IsOpen = (viewer, record) => viewer.IsCounty && record.Project.Stage is not ("proposed" or "cancelled"),
        },
        new("payment", "支付", "登记支付", Payment, ReadPayment)
        {
            IsMain = true, IsOpen = (viewer, record) => viewer.IsCounty && record.Project.Allocations.Any(one => one.LeftFen > one.PaidFen),
        },
        new("roster", "劳务报酬发放表", "登记", Roster, ReadRoster) { Lead = "一月一份，只记人数和合计；名单在上传的文件里，加密保存。", IsOpen = (viewer, record) => viewer.IsCounty && record.Project.WorkRelief },
        new("beneficiary", "登记受益农户", "登记",
            opened => [FormField.On("登记日期", opened.Today), new("household", "户编号", FieldKind.Line), new("benefit", "怎样受益", FieldKind.Line) { Hint = "如：务工、分红、流转土地" }, new("fen", "金额（元）", FieldKind.Yuan, false)],
            sent => new($"{Api(sent)}/beneficiaries/{Uri.EscapeDataString(sent.Form.Required("household"))}", new BeneficiaryBody(sent.Form.Day("on"), sent.Form.Required("benefit"), sent.Form.Fen("fen"))))
        { IsOpen = CountyOnly },
        new("asset", "登记资产", "登记资产", opened => AssetFields.Of(opened.Record.Project.Region, opened.Today),
            sent => new($"{Api(sent)}/assets/{sent.Id}", AssetFields.Read(sent.Form), Then: AssetAddress.Of(sent.Id)))
        {
            Lead = "项目验收后，把形成的资产逐项登记。", IsOpen = (viewer, record) => viewer.IsCounty && record.Project.Stage is ("accepted" or "handed-over"),
        },
        new("profile", "修改项目", "保存", opened => [FormField.Version(opened.Record.Project.Version), .. ProjectFields.Of(opened.Record.Project, opened.Today)],
            sent => new(Api(sent), ProjectFields.Read(sent.Form), sent.Form.Version())) { IsOpen = CountyOnly },
        new("cancellation", "取消项目", "取消项目", opened => [FormField.On("取消日期", opened.Today), FormField.Reason("为什么取消")],
            sent => new($"{Api(sent)}/stages/cancelled", new StageBody(sent.Form.Day("on"), sent.Form.Required("reason"))))
        {
            Lead = "取消后不能恢复。还有资金的，先收回。", IsOpen = (viewer, record) => viewer.IsCounty && record.Project.Stage is not ("accepted" or "handed-over" or "cancelled"),
        },
        new("return", "收回", "收回资金", opened => [FormField.On("收回日期", opened.Today), new("fen", "收回金额（元）", FieldKind.Yuan) { Hint = Unpaid(opened) }, FormField.Reason()],
            sent => new($"{Api(sent)}/allocations/{Uri.EscapeDataString(sent.Subject)}/returns/{sent.Id}", new ReturnBody(sent.Form.Day("on"), sent.Form.RequiredFen("fen"), sent.Form.Required("reason"))))
        { Lead = "没有支付的资金回到原资金，可以另行下达。", OfPart = true, IsOpen = CountyOnly },
        new("reversal", "冲销", "冲销这笔支付", opened => [FormField.On("冲销日期", opened.Today), FormField.Reason("错在哪里")],
            sent => new($"{Api(sent)}/payments/{Uri.EscapeDataString(sent.Subject)}/reversal", new ReversalBody(sent.Form.Day("on"), sent.Form.Required("reason"))))
        { Lead = "原记录仍留在台账里。", OfPart = true, IsOpen = CountyOnly });

    public static async Task<Answer<ProjectRecord>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation)
    {
        var project = await silo.Get<ProjectView>(ProjectAddress.ApiOf(route["id"]?.ToString() ?? ""), cancellation);
        if (project.Value is not { } known) return new(null, project.Problem);
        var county = known.Region[..Math.Min(CountyDigits, known.Region.Length)];
        var funds = await silo.Get<FundList>($"/api/funds?region={county}", cancellation);
        return new(new(known, funds.Value?.Funds ?? []), null);
    }

    private static RecordPlace Place(ProjectRecord record) => new(
        ProjectAddress.Of(record.Project.Id), record.Project.Name, "projects", [new(ProjectAddress.List, "项目库")], ProjectAddress.EvidenceApi(record.Project.Id));

    private static bool CountyOnly(Viewer viewer, ProjectRecord record) => viewer.IsCounty;

    private static string? Next(ProjectView project) => project.Next?.Stage ?? ProjectWords.After(project.Stage);

    private static IReadOnlyList<FormField> Stage(Opened<ProjectRecord> opened)
    {
        var next = Next(opened.Record.Project) ?? "approved";
        var papers = opened.Record.Project.Next?.Papers ?? [];
        return
        [
            new("stage", "", FieldKind.Kept) { Default = next },
            FormField.On($"{ProjectWords.Stages.TextOf(next)}日期", opened.Today),
            new("document", ProjectWords.DocumentOf(next), FieldKind.Line) { MostLetters = 200 },
            FormField.Files("佐证材料", required: true, papers.Count > 0 ? $"按本县政策须有：{string.Join("、", papers)}（按此顺序选择）。照片或 PDF，每个不超过 10 MB" : null),
        ];
    }

    private static WriteRequest ReadStage(Filled<ProjectRecord> sent) => new(
        $"{Api(sent)}/stages/{Uri.EscapeDataString(sent.Form.Required("stage"))}", new StageBody(sent.Form.Day("on"), sent.Form.Required("document"), sent.Evidence));

    private static IReadOnlyList<FormField> Allocation(Opened<ProjectRecord> opened) =>
    [
        FormField.On("下达日期", opened.Today),
        new("fund", "从哪笔资金", FieldKind.Choice)
        {
            Options = [.. opened.Record.Funds.Select(fund => new Choice(fund.Fund, $"{fund.Year} {fund.SourceName}，可下达 {Figures.Money(fund.FreeFen)}"))],
        },
        new("fen", "金额（元）", FieldKind.Yuan) { Hint = $"总投资 {Figures.Yuan(opened.Record.Project.BudgetFen)} 元，已下达 {Figures.Yuan(opened.Record.Project.AllocatedFen)} 元" },
    ];

    private static IReadOnlyList<FormField> Payment(Opened<ProjectRecord> opened) =>
    [
        FormField.On("支付日期", opened.Today),
        new("allocation", "从哪笔下达", FieldKind.Choice)
        {
            Options = [.. opened.Record.Project.Allocations.Where(one => one.LeftFen > one.PaidFen).Select(one => new Choice(Bare(one.Allocation), $"{FundName(one.Fund)}，未支付 {Figures.Money(one.LeftFen - one.PaidFen)}"))],
        },
        new("fen", "金额（元）", FieldKind.Yuan),
        new("purpose", "用途", FieldKind.Choice) { Options = ProjectWords.Purposes },
        new("voucher", "支付凭证号", FieldKind.Line) { Hint = "同一凭证只登记一次" },
        FormField.Files("佐证材料", required: true),
    ];

    private static WriteRequest ReadPayment(Filled<ProjectRecord> sent) => new($"{Api(sent)}/payments/{sent.Id}", new PaymentBody(
        sent.Form.Day("on"), sent.Form.Required("allocation"), sent.Form.RequiredFen("fen"), sent.Form.Required("purpose"), sent.Form.Required("voucher"), sent.Evidence));

    private static IReadOnlyList<FormField> Roster(Opened<ProjectRecord> opened) =>
    [
        FormField.On("登记日期", opened.Today),
        new("month", "月份", FieldKind.Line) { Default = opened.Today.ToString("yyyy-MM", CultureInfo.InvariantCulture), Hint = "如 2022-05" },
        new("posts", "岗位（个）", FieldKind.Number), new("households", "户数", FieldKind.Number), new("people", "人数", FieldKind.Number),
        new("liftedHouseholds", "其中脱贫户", FieldKind.Number), new("liftedPeople", "其中脱贫人口", FieldKind.Number),
        new("payFen", "发放合计（元）", FieldKind.Yuan),
        FormField.Files("发放表", required: true),
    ];

    private static WriteRequest ReadRoster(Filled<ProjectRecord> sent)
    {
        var form = sent.Form;
        var body = new RosterBody(
            form.Day("on"), form.RequiredNumber("posts"), form.RequiredNumber("households"), form.RequiredNumber("people"), form.RequiredNumber("liftedHouseholds"),
            form.RequiredNumber("liftedPeople"), form.RequiredFen("payFen"), sent.Evidence);
        return new($"{Api(sent)}/rosters/{Uri.EscapeDataString(form.Required("month"))}", body);
    }

    private static string? Unpaid(Opened<ProjectRecord> opened) =>
        opened.Record.Project.Allocations.FirstOrDefault(one => Bare(one.Allocation) == opened.Subject) is { } allocation ? $"未支付 {Figures.Yuan(allocation.LeftFen - allocation.PaidFen)} 元" : null;

    /// <summary>The API lists an allocation with its project in front (<c>wc-1/d1</c>) and takes it without.</summary>
    public static string Bare(string allocation) => allocation[(allocation.LastIndexOf('/') + 1)..];

    /// <summary>A fund's name says its year and source (<c>510821-2022-east-west</c>); a reader without the fund's own page knows it by them.</summary>
    public static string FundName(string fund) =>
        fund.Split('-', 3) is [_, var year, var source] ? $"{year} {FundTerms.Sources.GetValueOrDefault(source, source)}" : fund;

    private static string Api(Filled<ProjectRecord> sent) => ProjectAddress.ApiOf(sent.Record.Project.Id);
}
