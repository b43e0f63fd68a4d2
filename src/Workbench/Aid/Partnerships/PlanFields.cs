using Revitalization.Contracts.Aid;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Aid.Partnerships;

/// <summary>A yearly plan as one form: a group of fields for each field of cooperation; one left empty is no line.</summary>
internal static class PlanFields
{
    private const int December = 12, LastOfDecember = 31;

    public static IReadOnlyList<FormField> Of(Opened<PartnershipRecord> opened)
    {
        var plan = opened.Record.Partnership.Plans.FirstOrDefault(one => Query.Of(one.Year) == opened.Subject);
        var year = plan?.Year ?? opened.Today.Year;
        return
        [
            FormField.Version(opened.Record.Partnership.Version),
            new("year", "年度", FieldKind.Number) { Default = Query.Of(year) },
            new("issuedOn", "印发日期", FieldKind.Day) { Default = Figures.Day(plan?.IssuedOn ?? opened.Today) },
            new("salesFloorFen", "消费帮扶保底销售额（元）", FieldKind.Yuan, false) { Default = plan is { SalesFloorFen: > 0 } ? Figures.YuanInput(plan.SalesFloorFen) : null },
            .. AidWords.Fields.SelectMany(field => Line(field, plan?.Lines.FirstOrDefault(line => line.Field == field.Value), year)),
        ];
    }

    public static WriteRequest Read(Filled<PartnershipRecord> sent)
    {
        var form = sent.Form;
        var year = form.RequiredNumber("year");
        var body = new PlanBody(form.Day("issuedOn"), [.. AidWords.Fields.Where(field => IsPlanned(form, field.Value)).Select(field => ReadLine(form, field.Value))], form.Fen("salesFloorFen"));
        return new($"{AidAddress.PartnershipApi(sent.Record.Partnership.Code)}/plans/{Query.Of(year)}", body, form.Version());
    }

    private static IEnumerable<FormField> Line(Choice field, PlanLineBody? line, int year) =>
    [
        new(Name(field.Value, "Amount"), "金额（元）", FieldKind.Yuan, false) { Group = field.Text, Default = line is null ? null : Figures.YuanInput(line.AmountFen) },
        new(Name(field.Value, "Projects"), "项目（个）", FieldKind.Number, false) { Group = field.Text, Default = line is null ? null : Query.Of(line.Projects) },
        new(Name(field.Value, "People"), "人数", FieldKind.Number, false) { Group = field.Text, Default = line is null ? null : Query.Of(line.People) },
        new(Name(field.Value, "Due"), "完成期限", FieldKind.Day, false) { Group = field.Text, Default = Figures.Day(line?.DueOn ?? new DateOnly(year, December, LastOfDecember)) },
    ];

    private static bool IsPlanned(TypedForm form, string field) =>
        new[] { "Amount", "Projects", "People" }.Any(part => form.Optional(Name(field, part)) is not null);

    private static PlanLineBody ReadLine(TypedForm form, string field) => new(
        field, form.Fen(Name(field, "Amount")), form.Number(Name(field, "Projects")) ?? 0, form.Number(Name(field, "People")) ?? 0, form.Day(Name(field, "Due")));

    private static string Name(string field, string part) => field + part;
}
