using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Regions;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Aid.Checks;
using Revitalization.Workbench.Aid.Reports;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Aid.Partnerships;

/// <summary>A partnership, and the places in its recipient county.</summary>
public sealed record PartnershipRecord(PartnershipView Partnership, IReadOnlyList<Choice> Recipients);

/// <summary>What is written into a partnership: the partner's reports; the county's agreement, plans, pairings and exchanges.</summary>
internal static class PartnershipForms
{
    public static readonly RecordForms<PartnershipRecord> All = new(Read, Place, AidRefusals.Fields,
        new("report", "填报支援", "提交", opened => SupportFields.Of(opened.Subject ?? "money", opened.Record.Partnership, opened.Record.Recipients, null, opened.Today),
            sent => new(AidAddress.ReportApi(Code(sent), Named(sent)), SupportFields.Read(sent.Form, sent.Evidence), Then: AidAddress.Report(Code(sent), Named(sent))))
        {
            Lead = "一次交付填一份。先选支援形式；提交后按协议由本方另一人复核，再等县级确认。", IsMain = true, Variants = AidWords.Forms, IsOpen = (viewer, _) => viewer.IsPartner,
        },
        new("plan", "年度计划", "保存计划", PlanFields.Of, PlanFields.Read) { Lead = "整份计划一次填完；不填的领域不列入。改已有的年度，也在这里。", IsOpen = CountyOnly },
        new("pairing", "登记结对", "保存结对", Pairing, ReadPairing) { IsOpen = CountyOnly },
        new("exchange", "登记人员交流", "保存", Exchange, ReadExchange) { Lead = "只记人数，不记姓名。", IsOpen = CountyOnly },
        new("check", "盘点", "盘点并冻结", opened => [new("period", "哪一期", FieldKind.Choice) { Options = CheckPeriods.Of(opened.Today), Default = opened.Subject }, FormField.On("盘点日", opened.Today)],
            sent => new($"{AidAddress.PartnershipApi(Code(sent))}/checks/{Uri.EscapeDataString(sent.Form.Required("period"))}", new AidCheckBody(sent.Form.Day("on")),
                Then: CheckPages.Address(Code(sent), sent.Form.Required("period"))))
        {
            Lead = "把当天的账冻结下来：计划、完成、缺口、排名，以后不变。", OfPart = true, IsOpen = CountyOnly,
        },
        new("agreement", "修改协议", "保存协议", opened => [FormField.Version(opened.Record.Partnership.Version), .. AgreementFields.Of(opened.Record.Partnership)], sent => new(
            AidAddress.PartnershipApi(Code(sent)), AgreementFields.Read(sent.Form), sent.Form.Version()))
        {
            IsOpen = CountyOnly,
        });

    public static async Task<Answer<PartnershipRecord>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation)
    {
        var partnership = await silo.Get<PartnershipView>(AidAddress.PartnershipApi(route["code"]?.ToString() ?? ""), cancellation);
        return partnership.Value is { } known ? new(new(known, await ReportForms.Recipients(silo, known, cancellation)), null) : new(null, partnership.Problem);
    }

    private static RecordPlace Place(PartnershipRecord record) => new(
        AidAddress.Partnership(record.Partnership.Code), PartnershipNames.Short(record.Partnership.DonorName, record.Partnership.RecipientName), "partnerships",
        [new("/workbench/partnerships", "协作关系")], AidAddress.EvidenceApi(record.Partnership.Code));

    private static bool CountyOnly(Viewer viewer, PartnershipRecord record) => viewer.IsCounty;

    private static IReadOnlyList<FormField> Pairing(Opened<PartnershipRecord> opened)
    {
        var earlier = opened.Record.Partnership.Pairings.FirstOrDefault(one => one.Pairing == opened.Subject);
        return
        [
            FormField.Version(opened.Record.Partnership.Version),
            new("kind", "结对类型", FieldKind.Choice) { Options = AidWords.PairingKinds, Default = earlier?.Kind },
            new("donorParty", "协作方单位", FieldKind.Line) { Default = earlier?.DonorParty },
            new("recipientParty", "受援方单位", FieldKind.Line) { Default = earlier?.RecipientParty },
            new("recipientRegion", "受援乡镇", FieldKind.Choice, false) { Options = opened.Record.Recipients, Default = earlier?.RecipientRegion, Hint = "乡镇、村结对必填" },
            new("from", "自哪天起", FieldKind.Day) { Default = Figures.Day(earlier?.From ?? opened.Today) },
            new("until", "到哪天止", FieldKind.Day, false) { Default = earlier?.Until is { } until ? Figures.Day(until) : null },
        ];
    }

    // A pairing's own id where it exists already, else the one drawn for the form.
    private static WriteRequest ReadPairing(Filled<PartnershipRecord> sent) => new(
        $"{AidAddress.PartnershipApi(Code(sent))}/pairings/{Uri.EscapeDataString(sent.Subject.Length > 0 ? sent.Subject : sent.Id)}",
        new PairingBody(
            sent.Form.Required("kind"), sent.Form.Required("donorParty"), sent.Form.Required("recipientParty"), sent.Form.Optional("recipientRegion"),
            sent.Form.Day("from"), sent.Form.OptionalDay("until")),
        sent.Form.Version());

    private static IReadOnlyList<FormField> Exchange(Opened<PartnershipRecord> opened)
    {
        var earlier = opened.Record.Partnership.Exchanges.FirstOrDefault(one => one.Exchange == opened.Subject);
        return
        [
            FormField.Version(opened.Record.Partnership.Version),
            new("kind", "交流类型", FieldKind.Choice) { Options = AidWords.ExchangeKinds, Default = earlier?.Kind },
            new("party", "派出单位", FieldKind.Line) { Default = earlier?.Party },
            new("headcount", "人数", FieldKind.Number) { Default = earlier is null ? null : Query.Of(earlier.Headcount) },
            new("from", "开始日期", FieldKind.Day) { Default = Figures.Day(earlier?.From ?? opened.Today) },
            new("until", "结束日期", FieldKind.Day) { Default = earlier is null ? null : Figures.Day(earlier.Until) },
        ];
    }

    private static WriteRequest ReadExchange(Filled<PartnershipRecord> sent) => new(
        $"{AidAddress.PartnershipApi(Code(sent))}/exchanges/{Uri.EscapeDataString(sent.Subject.Length > 0 ? sent.Subject : sent.Id)}",
        new ExchangeBody(sent.Form.Required("kind"), sent.Form.Required("party"), sent.Form.RequiredNumber("headcount"), sent.Form.Day("from"), sent.Form.Day("until")),
        sent.Form.Version());

    private static string Code(Filled<PartnershipRecord> sent) => sent.Record.Partnership.Code;

    private static string Named(Filled<PartnershipRecord> sent) => Guid.TryParse(sent.Id, out var id) ? id.ToString("D") : sent.Id;
}
