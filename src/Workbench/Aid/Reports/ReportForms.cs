using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Regions;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Reports;

/// <summary>A report with the partnership it belongs to, and the places that may have received it.</summary>
public sealed record ReportRecord(AidReportView Report, PartnershipView Partnership, IReadOnlyList<Choice> Recipients);

/// <summary>What both sides do to one report: the partner signs, corrects, withdraws; the county answers; both comment.</summary>
internal static class ReportForms
{
    private const int LettersOfReason = 500;

    public static readonly RecordForms<ReportRecord> All = new(Read, Place, AidRefusals.Fields,
        new("sign", "复核并上报", "复核无误，上报县级", _ => [], sent => new($"{Api(sent)}/signatures/{sent.Id}", new SignatureBody(sent.Today)))
        {
            Lead = "请核对上报内容和佐证材料。复核人不能是填报人。复核后报告离开协作方，等县级确认。", IsMain = true,
            IsOpen = (viewer, record) => viewer.IsPartner && record.Report.State == "drafted",
        },
        new("correct", "更正", "提交更正",
            opened => [.. SupportFields.Of(opened.Record.Report.Form, opened.Record.Partnership, opened.Record.Recipients, opened.Record.Report, opened.Today), Reason("为什么更正")],
            sent => new($"{Api(sent)}/corrections/{sent.Id}", new CorrectionOfSupport(SupportFields.Read(sent.Form, sent.Evidence), sent.Form.Required("reason"))))
        {
            Lead = "县级确认之前可以更正；更正后重新等县级答复，原内容留在时间线里。",
            IsOpen = (viewer, record) => viewer.IsPartner && record.Report.State is ("drafted" or "reported" or "disputed" or "returned"),
        },
        new("withdraw", "撤回", "撤回报告", _ => [Reason("为什么撤回")],
            sent => new($"{Api(sent)}/withdrawal", new ReportWithdrawalBody(sent.Today, sent.Form.Required("reason"))))
        {
            Lead = "撤回后报告不再计数，也不能恢复；需要时请重新填报。",
            IsOpen = (viewer, record) => viewer.IsPartner && record.Report.State is ("drafted" or "reported" or "disputed" or "returned"),
        },
        new("confirm", "确认", "确认", Confirm, ReadConfirmation)
        {
            Lead = "不填数即按上报数全部确认；只确认一部分的，填确认数并说明理由。确认后资金计入资金看板。", IsMain = true, IsOpen = IsToAnswer,
        },
        new("dispute", "提出异议", "提出异议", _ => [Reason("哪里有异议")], sent => Answer(sent, "dispute")) { Lead = "报告留在县级，双方在下面留言核对；协作方可以更正。", IsOpen = IsToAnswer },
        new("return", "退回", "退回协作方", _ => [Reason("为什么退回")], sent => Answer(sent, "return")) { Lead = "退回后由协作方更正或撤回。", IsOpen = IsToAnswer },
        new("reopen", "撤销确认", "撤销确认", _ => [Reason("为什么撤销")], sent => Answer(sent, "reopen"))
        {
            Lead = "撤销后报告回到“有异议”。资金已下达项目的，须先从项目收回。",
            IsOpen = (viewer, record) => viewer.IsCounty && record.Report.State == "confirmed",
        },
        new("comment", "留言", "留言", _ => [new("text", "留言", FieldKind.Text) { MostLetters = LettersOfReason, Hint = "双方都看得到；不写个人信息" }],
            sent => new($"{Api(sent)}/comments/{sent.Id}", new CommentBody(sent.Today, sent.Form.Required("text"))))
        {
            IsOpen = (viewer, _) => viewer.IsPartner || viewer.IsCounty,
        });

    public static async Task<Answer<ReportRecord>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation)
    {
        var (code, id) = (route["code"]?.ToString() ?? "", route["id"]?.ToString() ?? "");
        var report = await silo.Get<AidReportView>(AidAddress.ReportApi(code, id), cancellation);
        if (report.Value is not { } known) return new(null, report.Problem);
        var partnership = await silo.Get<PartnershipView>(AidAddress.PartnershipApi(code), cancellation);
        return partnership.Value is { } agreed
            ? new(new(known, agreed, await Recipients(silo, agreed, cancellation)), null)
            : new(null, partnership.Problem);
    }

    /// <summary>The county first, then its townships.</summary>
    public static async Task<IReadOnlyList<Choice>> Recipients(SiloClient silo, PartnershipView partnership, CancellationToken cancellation)
    {
        var townships = await silo.Get<IReadOnlyList<RegionView>>($"/api/regions/{partnership.Recipient}/children", cancellation);
        return [new(partnership.Recipient, partnership.RecipientName), .. (townships.Value ?? []).Select(one => new Choice(one.Code, one.Name))];
    }

    private static RecordPlace Place(ReportRecord record) => new(
        AidAddress.Report(record.Report.Partnership, record.Report.Id), record.Report.Title, "reports", [new("/workbench/reports", "支援报告")],
        AidAddress.EvidenceApi(record.Report.Partnership));

    private static bool IsToAnswer(Viewer viewer, ReportRecord record) => viewer.IsCounty && record.Report.State is ("reported" or "disputed");

    private static IReadOnlyList<FormField> Confirm(Opened<ReportRecord> opened)
    {
        var report = opened.Record.Report;
        return
        [
            .. report.StatedFen == 0 ? Array.Empty<FormField>() :
                [new("confirmedFen", "确认金额（元）", FieldKind.Yuan, false) { Hint = $"上报 {Figures.Yuan(report.StatedFen)} 元；不填即全部确认" }],
            .. report.Quantity == 0 ? Array.Empty<FormField>() :
                [new("confirmedQuantity", $"确认数量（{report.Unit}）", FieldKind.Decimal, false) { Hint = $"上报 {report.Quantity:0.###} {report.Unit}；不填即全部确认" }],
            Reason("部分确认的理由") with { Required = false },
        ];
    }

    private static WriteRequest ReadConfirmation(Filled<ReportRecord> sent) => new($"{Api(sent)}/decisions/{sent.Id}", new AnswerBody(
        sent.Today, "confirm", sent.Form.Optional("confirmedFen") is null ? null : sent.Form.Fen("confirmedFen"),
        sent.Form.Optional("confirmedQuantity") is null ? null : sent.Form.Quantity("confirmedQuantity"), sent.Form.Optional("reason")));

    private static WriteRequest Answer(Filled<ReportRecord> sent, string answer) =>
        new($"{Api(sent)}/decisions/{sent.Id}", new AnswerBody(sent.Today, answer, Reason: sent.Form.Required("reason")));

    private static FormField Reason(string label) => FormField.Reason(label) with { MostLetters = LettersOfReason };

    private static string Api(Filled<ReportRecord> sent) => AidAddress.ReportApi(sent.Record.Report.Partnership, sent.Record.Report.Id);
}
