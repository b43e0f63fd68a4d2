using System.Globalization;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Regions;
using Revitalization.Hosting.Sheets;

namespace Revitalization.Silo.Aid.Template;

/// <summary>
/// The workbook in which a partner reports a year's deliveries (填报模板): an empty sheet with lists to choose from, what may be chosen, the year's plan,
/// and how to fill it in. It comes back through <c>POST /api/imports/aid-reports</c>.
/// </summary>
public static class ReportTemplate
{
    private const string Form = "填报表", Choices = "可选值", Plan = "年度计划", Guide = "填报说明";

    private static readonly string[] s_columns = ["field", "form", "recipient", "pairing"];

    public static void Write(Stream file, PartnershipView partnership, int year, RegionBook regions)
    {
        var lists = Lists(partnership, regions);
        using var book = new XlsxBookWriter(file, Form, Choices, Plan, Guide);
        WriteForm(book, lists);
        WriteChoices(book, lists);
        WritePlan(book, partnership, year);
        WriteGuide(book, partnership, year);
    }

    private static List<string[]> Lists(PartnershipView partnership, RegionBook regions) =>
    [
        [.. AidTerms.Fields.Values], [.. AidTerms.Forms.Values],
        [$"{partnership.Recipient} {regions.Find(partnership.Recipient)?.Name}", .. regions.Children(partnership.Recipient).Select(township => $"{township.Code} {township.Name}")],
        [.. partnership.Pairings.Select(pairing => $"{pairing.Pairing} {pairing.DonorParty}—{pairing.RecipientParty}")],
    ];

    private static void WriteForm(XlsxBookWriter book, List<string[]> lists)
    {
        var fields = AidReportSheet.Layout.Fields;
        var choices = s_columns.Select((name, at) => (Name: name, List: lists[at], Source: (char)('A' + at))).Where(each => each.List.Length > 0)
            .Select(each => new ColumnChoice(
                fields.ToList().FindIndex(field => field.Name == each.Name),
                string.Create(CultureInfo.InvariantCulture, $"{Choices}!${each.Source}$2:${each.Source}${each.List.Length + 1}")));
        book.Begin([.. choices]);
        book.Write([.. fields.Select(field => field.Heading)]);
    }

    private static void WriteChoices(XlsxBookWriter book, List<string[]> lists)
    {
        book.Begin();
        book.Write([.. s_columns.Select(name => AidReportSheet.Layout.Field(name).Heading)]);
        for (var row = 0; row < lists.Max(list => list.Length); row++) book.Write([.. lists.Select(list => row < list.Length ? list[row] : "")]);
    }

    private static void WritePlan(XlsxBookWriter book, PartnershipView partnership, int year)
    {
        book.Begin();
        book.Write(["协作领域", "计划金额(元)", "计划项目(个)", "计划人数(人)", "完成时限"]);
        if (partnership.Plans.FirstOrDefault(each => each.Year == year) is not { } plan) return;
        foreach (var line in plan.Lines)
            book.Write([AidTerms.Fields[line.Field], Yuan(line.AmountFen), Number(line.Projects), Number(line.People), line.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
        if (plan.SalesFloorFen > 0) book.Write(["消费帮扶保底销售额", Yuan(plan.SalesFloorFen)]);
    }

    private static void WriteGuide(XlsxBookWriter book, PartnershipView partnership, int year)
    {
        book.Begin();
        foreach (var line in Lines(partnership, year)) book.Write([line]);
    }

    private static IEnumerable<string> Lines(PartnershipView partnership, int year) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{partnership.DonorName}支援{partnership.RecipientName} {year}年支援报告填报表（{partnership.Code}）"),
        "一行填一笔已经交付的支援；只改“填报表”，表头不要改动，其余各表仅供查阅。",
        "填报编号可不填；填写的，同一编号始终是同一份报告。不填的，内容完全相同的行视为同一份报告；同一张表可以重复上传，不会重复上报。",
        "支援年度写四位年份；金额以元为单位，最多两位小数；实物、人天等填写数量、计量单位和折价。",
        "接收地区、结对关系可从下拉列表选择，也可只写代码或编号。",
        "发票号码、转账凭证号、佐证材料校验值有多个的，用顿号或空格隔开。",
        "佐证材料先在平台上传，把平台显示的校验值（64位）填入；一份材料可以佐证多笔支援。",
        "上传后有误的行连同行号、列名和原因列在错误文件中，改正后重新上传即可。已上报的内容要更改的，请在平台办理更正。",
    ];

    private static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
