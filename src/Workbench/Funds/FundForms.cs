using Revitalization.Contracts.Funds;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Projects;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Funds;

/// <summary>What a county's treasury records of its funds (资金): promises by budget documents, and money that came in.</summary>
internal static class FundForms
{
    private const int CountyDigits = 6;

    public static readonly RecordForms<FundView> All = new(Read, fund => new(FundAddress.Of(fund.Fund), $"{fund.Year} {fund.SourceName}", "funds", [new(FundAddress.List, "资金看板")]),
        ProjectRefusals.Fields,
        new("arrival", "登记到账", "登记到账", opened => ArrivalFields(opened.Today), sent => new($"{FundAddress.ApiOf(sent.Record.Fund)}/arrivals/{sent.Id}", ReadArrival(sent.Form)))
        {
            IsMain = true, IsOpen = CountyOnly,
        },
        new("budget", "登记指标", "登记指标", opened => BudgetFields(opened.Today), sent => new($"{FundAddress.ApiOf(sent.Record.Fund)}/budgets/{sent.Id}", ReadBudget(sent.Form)))
        {
            Lead = "指标文件下达的资金；协作方的支援确认后自动计入，不在这里登记。", IsOpen = CountyOnly,
        },
        Reversal("arrival-reversal", "冲销这笔到账", "arrivals"),
        Reversal("budget-reversal", "冲销这份指标", "budgets"));

    /// <summary>A fund that has nothing yet is made by its first entry.</summary>
    public static readonly RecordForms<NewFund> First = new(
        (_, _, _) => Task.FromResult(new Answer<NewFund>(new NewFund(), null)), _ => new(FundAddress.List, "资金看板", "funds", []), ProjectRefusals.Fields,
        new RecordAct<NewFund>("budget", "登记指标", "登记指标", opened => [.. Key(opened.Viewer, opened.Today), .. BudgetFields(opened.Today)], sent => Entry("budgets", sent, ReadBudget(sent.Form)))
        {
            Lead = "指标文件下达的资金；协作方的支援确认后自动计入。", IsOpen = (viewer, _) => viewer.IsCounty,
        },
        new RecordAct<NewFund>("arrival", "登记到账", "登记到账", opened => [.. Key(opened.Viewer, opened.Today), .. ArrivalFields(opened.Today)], sent => Entry("arrivals", sent, ReadArrival(sent.Form)))
        {
            IsOpen = (viewer, _) => viewer.IsCounty,
        });

    /// <summary>Recorded by mistake: what is not allocated can go. Confirmed support is taken back at its report, pool income at its asset.</summary>
    private static RecordAct<FundView> Reversal(string act, string submit, string part) => new(
        act, "冲销", submit, opened => [FormField.On("冲销日期", opened.Today), FormField.Reason("错在哪里")],
        sent => new($"{FundAddress.ApiOf(sent.Record.Fund)}/{part}/{Uri.EscapeDataString(sent.Subject)}/reversal", new ReversalBody(sent.Form.Day("on"), sent.Form.Required("reason"))))
    {
        Lead = "已下达给项目的资金不能冲销，须先从项目收回。原记录仍留在台账里。", OfPart = true, IsOpen = CountyOnly,
    };

    private static async Task<Answer<FundView>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation) =>
        await silo.Get<FundView>(FundAddress.ApiOf(route["fund"]?.ToString() ?? ""), cancellation);

    private static bool CountyOnly(Viewer viewer, FundView fund) => viewer.IsCounty;

    private static FormField[] Key(Viewer viewer, DateOnly today) =>
    [
        new("county", "县代码", FieldKind.Line) { Default = viewer.Regions.FirstOrDefault(region => region.Length >= CountyDigits)?[..CountyDigits] },
        new("year", "年度", FieldKind.Number) { Default = Query.Of(today.Year) },
        new("source", "资金来源", FieldKind.Choice) { Options = FundTerms.Sources.ToChoices() },
    ];

    private static FormField[] ArrivalFields(DateOnly today) =>
    [
        FormField.On("到账日期", today), new("fen", "金额（元）", FieldKind.Yuan), new("voucher", "国库凭证号", FieldKind.Line) { Hint = "同一凭证只登记一次" },
    ];

    private static FormField[] BudgetFields(DateOnly today) => [FormField.On("文件日期", today), new("fen", "金额（元）", FieldKind.Yuan)];

    private static ArrivalOfMoney ReadArrival(TypedForm form) => new(form.Day("on"), form.RequiredFen("fen"), form.Required("voucher"));

    private static BudgetBody ReadBudget(TypedForm form) => new(form.Day("on"), form.RequiredFen("fen"));

    private static WriteRequest Entry(string part, Filled<NewFund> sent, object body)
    {
        var fund = $"{sent.Form.Required("county")}-{Query.Of(sent.Form.RequiredNumber("year"))}-{sent.Form.Required("source")}";
        return new($"{FundAddress.ApiOf(fund)}/{part}/{sent.Id}", body, Then: FundAddress.Of(fund));
    }
}

/// <summary>A fund not named yet.</summary>
public sealed record NewFund;
