using Revitalization.Contracts.Aid;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Aid.Reports;

/// <summary>Fields of a report of support (支援报告), by its form: money has an amount, goods have a number and a value.</summary>
internal static class SupportFields
{
    private const int LettersOfTitle = 100;

    public static IReadOnlyList<FormField> Of(string form, PartnershipView partnership, IReadOnlyList<Choice> recipients, AidReportView? earlier, DateOnly today) =>
    [
        new("on", "", FieldKind.Kept) { Default = Figures.Day(today) },
        new("form", "", FieldKind.Kept) { Default = form },
        new("title", "支援内容", FieldKind.Line) { Default = earlier?.Title, MostLetters = LettersOfTitle, Hint = Example(form) },
        new("field", "协作领域", FieldKind.Choice) { Options = AidWords.Fields, Default = earlier?.Field ?? UsualField(form) },
        new("year", "计入哪年计划", FieldKind.Number) { Default = Query.Of(earlier?.Year ?? today.Year) },
        .. Counted(form, earlier),
        new("amountFen", form == "money" ? "金额（元）" : "折合金额（元）", FieldKind.Yuan, form is "money" or "purchase")
        {
            Default = earlier is { StatedFen: > 0 } ? Figures.YuanInput(earlier.StatedFen) : null,
            Hint = form == "money" ? "到分为止，如 1740000.00" : "没有标价的不填",
        },
        new("deliveredOn", "交付日期", FieldKind.Day) { Default = earlier is null ? null : Figures.Day(earlier.DeliveredOn) },
        new("recipient", "接收地区", FieldKind.Choice) { Options = recipients, Default = earlier?.Recipient ?? partnership.Recipient },
        .. partnership.Pairings.Count == 0 ? Array.Empty<FormField>() :
            [new("pairing", "哪一对结对", FieldKind.Choice, false) { Options = Pairings(partnership), Default = earlier?.Pairing }],
        new("invoices", "发票号码", FieldKind.Text, false) { Default = Papers(earlier, "invoice"), Hint = "每行一个；同一张发票只计一次", MostLetters = 2000 },
        new("transfers", "转账凭证号", FieldKind.Text, false) { Default = Papers(earlier, "transfer"), Hint = "每行一个", MostLetters = 2000 },
        FormField.Files("佐证材料", required: earlier is null) with { Default = earlier is null ? null : string.Join(',', earlier.Evidence) },
    ];

    public static SupportBody Read(TypedForm form, IReadOnlyList<string> evidence)
    {
        if (evidence.Count == 0) form.Fault("files", "请至少上传一份佐证材料。");
        return new(
            form.Day("on"), form.RequiredNumber("year"), form.Required("field"), form.Required("form"), form.Required("title"), form.Quantity("quantity"),
            form.Optional("unit") ?? "", form.Fen("amountFen"), form.Day("deliveredOn"), form.Required("recipient"), form.Optional("pairing"),
            [.. form.Lines("invoices").Select(number => new ReferenceBody("invoice", number)), .. form.Lines("transfers").Select(number => new ReferenceBody("transfer", number))],
            evidence);
    }

    private static FormField[] Counted(string form, AidReportView? earlier) => form == "money" ? [] :
    [
        new("quantity", "数量", FieldKind.Decimal, form is "people-days" or "training-places")
        {
            Default = earlier is { Quantity: > 0 } ? earlier.Quantity.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture) : null,
        },
        new("unit", "单位", FieldKind.Line, false) { Default = earlier?.Unit ?? UsualUnit(form), Options = Units },
    ];

    private static readonly IReadOnlyList<Choice> Units = [.. new[] { "台", "套", "件", "吨", "公斤", "人天", "人次", "批" }.Select(unit => new Choice(unit, unit))];

    private static string? UsualUnit(string form) => form switch { "people-days" => "人天", "training-places" => "人次", _ => null };

    private static string? UsualField(string form) => form switch
    {
        "money" => "funds", "people-days" or "training-places" => "talent", "purchase" => "consumption", "donation" => "donation", _ => null,
    };

    private static string Example(string form) => form switch
    {
        "money" => "如：绿色家居产业园建设资金",
        "goods" => "如：捐助卫生院彩超一台",
        "people-days" => "如：专技人才驻点帮扶",
        "training-places" => "如：乡村振兴干部培训班",
        "purchase" => "如：采购旺苍茶叶",
        _ => "如：企业捐赠助学金",
    };

    private static string? Papers(AidReportView? report, string kind) =>
        report is null ? null : string.Join('\n', report.References.Where(reference => reference.Kind == kind).Select(reference => reference.Number));

    private static IReadOnlyList<Choice> Pairings(PartnershipView partnership) =>
        [.. partnership.Pairings.Select(one => new Choice(one.Pairing, $"{one.DonorParty}—{one.RecipientParty}（{AidWords.PairingKinds.TextOf(one.Kind)}）"))];
}
