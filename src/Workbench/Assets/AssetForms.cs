using Revitalization.Contracts.Assets;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.Projects;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Assets;

/// <summary>What is recorded of one asset: inspections, income and its uses, another keeper, and its end, which takes two people.</summary>
internal static class AssetForms
{
    public static readonly RecordForms<AssetView> All = new(
        (route, silo, cancellation) => silo.Get<AssetView>(AssetAddress.ApiOf(route["asset"]?.ToString() ?? ""), cancellation),
        asset => new(AssetAddress.Of(asset.Row.Id), asset.Row.Name, "asset-register", [new(AssetAddress.List, "帮扶资产")], ProjectAddress.EvidenceApi(asset.Row.Project)), ProjectRefusals.Fields,
        new("inspection", "登记巡查", "登记巡查",
            opened => [FormField.On("巡查日期", opened.Today), new("condition", "状况", FieldKind.Choice) { Options = AssetWords.Conditions }, new("note", "情况", FieldKind.Text), FormField.Files("照片", required: false)],
            sent => new($"{Api(sent)}/inspections/{sent.Id}", new InspectionBody(sent.Form.Day("on"), sent.Form.Required("condition"), sent.Form.Required("note"), sent.Evidence)))
        { IsMain = true, IsOpen = IsKept },
        new("income", "登记收益", "登记收益",
            opened => [FormField.On("入账日期", opened.Today), new("year", "年度", FieldKind.Number) { Default = Query.Of(opened.Today.Year) }, new("fen", "金额（元）", FieldKind.Yuan), new("voucher", "凭证号", FieldKind.Line)],
            sent => new($"{Api(sent)}/incomes/{sent.Id}", new AssetIncomeBody(sent.Form.Day("on"), sent.Form.RequiredNumber("year"), sent.Form.RequiredFen("fen"), sent.Form.Required("voucher"))))
        { IsOpen = (viewer, asset) => IsKept(viewer, asset) && asset.Row.Class == "operating" },
        new("use", "登记收益分配", "登记分配",
            opened =>
            [
                FormField.On("分配日期", opened.Today), new("use", "用途", FieldKind.Choice) { Options = AssetWords.Uses },
                new("fen", "金额（元）", FieldKind.Yuan) { Hint = $"未分配 {Figures.Yuan(opened.Record.Row.IncomeFen - opened.Record.Row.UsedFen)} 元" },
                new("voucher", "凭证号", FieldKind.Line), new("note", "说明", FieldKind.Text, false),
            ],
            sent => new($"{Api(sent)}/uses/{sent.Id}", new IncomeUseBody(
                sent.Form.Day("on"), sent.Form.Required("use"), sent.Form.RequiredFen("fen"), sent.Form.Required("voucher"), sent.Form.Optional("note") ?? "")))
        { IsOpen = (viewer, asset) => viewer.IsCounty && asset.Row.IncomeFen > asset.Row.UsedFen },
        new("transfer", "移交", "登记移交",
            opened => [FormField.On("移交日期", opened.Today), new("owner", "产权人", FieldKind.Line) { Default = opened.Record.Row.Owner }, new("keeper", "管护人", FieldKind.Line) { Default = opened.Record.Row.Keeper }, new("document", "移交文件", FieldKind.Line)],
            sent => new($"{Api(sent)}/transfers/{sent.Id}", new AssetTransferBody(sent.Form.Day("on"), sent.Form.Required("owner"), sent.Form.Required("keeper"), sent.Form.Required("document"))))
        { IsOpen = IsKept },
        new("write-off", "申请核销", "申请核销", opened => [FormField.On("申请日期", opened.Today), FormField.Reason("为什么核销"), FormField.Files("佐证材料", required: false)],
            sent => new($"{Api(sent)}/write-offs/{sent.Id}", new WriteOffBody(sent.Form.Day("on"), sent.Form.Required("reason"), sent.Evidence)))
        { Lead = "由另一人审定后才核销。", IsOpen = IsKept },
        new("decision", "审定核销", "登记审定", opened => [FormField.On("审定日期", opened.Today), FormField.YesNo("approved", "审定意见", "同意核销", "不予核销"), new("document", "审定文件", FieldKind.Line)],
            sent => new($"{Api(sent)}/write-offs/{Uri.EscapeDataString(Asked(sent.Record))}/decision", new WriteOffDecisionBody(sent.Form.Day("on"), sent.Form.YesOrNo("approved"), sent.Form.Required("document"))))
        { Lead = "审定人不能是申请人。", IsMain = true, IsOpen = (viewer, asset) => viewer.IsCounty && asset.Row.State == "write-off-asked" },
        new("income-reversal", "冲销", "冲销这笔收益", opened => [FormField.On("冲销日期", opened.Today), FormField.Reason("错在哪里")],
            sent => new($"{Api(sent)}/incomes/{Uri.EscapeDataString(sent.Subject)}/reversal", Reversal(sent))) { OfPart = true, IsOpen = (viewer, _) => viewer.IsCounty },
        new("use-reversal", "冲销", "冲销这笔分配", opened => [FormField.On("冲销日期", opened.Today), FormField.Reason("错在哪里")],
            sent => new($"{Api(sent)}/uses/{Uri.EscapeDataString(sent.Subject)}/reversal", Reversal(sent))) { OfPart = true, IsOpen = (viewer, _) => viewer.IsCounty });

    private static bool IsKept(Viewer viewer, AssetView asset) => viewer.IsCounty && asset.Row.State == "kept";

    /// <summary>The application that waits: the last that was asked.</summary>
    private static string Asked(AssetView asset) => asset.Changes.LastOrDefault(change => change.Kind == "write-off-asked")?.Act ?? "unknown";

    private static AssetReversalBody Reversal(Filled<AssetView> sent) => new(sent.Form.Day("on"), sent.Form.Required("reason"));

    private static string Api(Filled<AssetView> sent) => AssetAddress.ApiOf(sent.Record.Row.Id);
}
