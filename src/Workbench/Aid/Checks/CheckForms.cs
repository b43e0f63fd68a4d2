using Revitalization.Contracts.Aid;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Checks;

/// <summary>One check with what was found; every figure in it is as the books stood that day.</summary>
public sealed record CheckRecord(AidCheckView Check, PartnershipView Partnership);

/// <summary>The loop of rectification (发现—整改—销号): the county finds and closes, either side rectifies.</summary>
internal static class CheckForms
{
    private const int LettersOfText = 500, UsualDays = 30;

    public static readonly RecordForms<CheckRecord> All = new(Read, Place, AidRefusals.Fields,
        new("finding", "登记发现的问题", "登记问题", Finding, sent => new(
            $"{Api(sent)}/findings/{sent.Id}",
            new FindingBody(sent.Form.Day("on"), sent.Form.Required("text"), sent.Form.Required("responsible"), sent.Form.Day("dueOn"), sent.Form.Optional("field"))))
        {
            IsMain = true, IsOpen = (viewer, _) => viewer.IsCounty,
        },
        new("rectification", "登记整改", "登记整改", opened => [FormField.On("整改日期", opened.Today), Text("怎样整改的"), FormField.Files("佐证材料", required: false)],
            sent => new($"{Api(sent)}/findings/{Uri.EscapeDataString(sent.Subject)}/rectifications/{sent.Id}", new RectificationBody(sent.Form.Day("on"), sent.Form.Required("text"), sent.Evidence)))
        {
            OfPart = true, IsOpen = (viewer, _) => viewer.IsCounty || viewer.IsPartner,
        },
        new("closure", "验收销号", "登记验收",
            opened => [FormField.On("验收日期", opened.Today), FormField.YesNo("accepted", "验收意见", "同意销号", "继续整改"), FormField.Reason("理由", required: false) with { Hint = "继续整改时必填" }],
            sent => new($"{Api(sent)}/findings/{Uri.EscapeDataString(sent.Subject)}/closures/{sent.Id}", new ClosureBody(sent.Form.Day("on"), sent.Form.YesOrNo("accepted"), sent.Form.Optional("reason"))))
        {
            OfPart = true, IsOpen = (viewer, _) => viewer.IsCounty,
        });

    public static async Task<Answer<CheckRecord>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation)
    {
        var (code, period) = (route["code"]?.ToString() ?? "", route["period"]?.ToString() ?? "");
        var check = await silo.Get<AidCheckView>($"{AidAddress.PartnershipApi(code)}/checks/{Uri.EscapeDataString(period)}", cancellation);
        if (check.Value is not { } known) return new(null, check.Problem);
        var partnership = await silo.Get<PartnershipView>(AidAddress.PartnershipApi(code), cancellation);
        return partnership.Value is { } agreed ? new(new(known, agreed), null) : new(null, partnership.Problem);
    }

    private static RecordPlace Place(CheckRecord record) => new(
        CheckPages.Address(record.Check.Partnership, record.Check.Period), record.Check.PeriodName, "partnerships",
        [
            new(AidAddress.Partnership(record.Check.Partnership), PartnershipNames.Short(record.Partnership.DonorName, record.Partnership.RecipientName)),
            new(CheckPages.Address(record.Check.Partnership), "盘点"),
        ],
        AidAddress.EvidenceApi(record.Check.Partnership));

    private static IReadOnlyList<FormField> Finding(Opened<CheckRecord> opened) =>
    [
        FormField.On("发现日期", opened.Today),
        new("field", "涉及哪个领域", FieldKind.Choice, false) { Options = AidWords.Fields },
        new("responsible", "责任单位", FieldKind.Line) { Hint = "单位，不写个人姓名" },
        new("dueOn", "整改期限", FieldKind.Day) { Default = Figures.Day(opened.Today.AddDays(UsualDays)) },
        Text("什么问题"),
    ];

    private static FormField Text(string label) => new("text", label, FieldKind.Text) { MostLetters = LettersOfText };

    private static string Api(Filled<CheckRecord> sent) =>
        $"{AidAddress.PartnershipApi(sent.Record.Check.Partnership)}/checks/{Uri.EscapeDataString(sent.Record.Check.Period)}";
}
