using Revitalization.Contracts.Aid;

namespace Revitalization.Contracts.Imports;

/// <summary>The sheet in which a partner city reports what it delivered (支援报告填报表): one row a delivery. Its template fills in what may be chosen.</summary>
public static class AidReportSheet
{
    public static readonly SheetLayout Layout = new(ImportKinds.AidReports,
    [
        new("report", "填报编号", FieldForm.Code) { Aliases = ["编号", "序号"], MaxLength = 40 },
        new("year", "支援年度", FieldForm.Period, Required: true) { Aliases = ["年度"] },
        new("field", "协作领域", FieldForm.Choice, Required: true) { Aliases = ["领域"], Choices = Fields },
        new("form", "支援形式", FieldForm.Choice, Required: true) { Aliases = ["形式"], Choices = Forms },
        new("title", "支援内容", FieldForm.Name, Required: true) { Aliases = ["名称", "项目名称"], MaxLength = 100 },
        new("amount", "金额(元)", FieldForm.Amount, Fallback: "0") { Aliases = ["金额", "折价(元)"] },
        new("quantity", "数量", FieldForm.Quantity, Fallback: "0"),
        new("unit", "计量单位", FieldForm.Name) { Aliases = ["单位"], MaxLength = 20 },
        new("deliveredOn", "交付日期", FieldForm.Date, Required: true) { Aliases = ["拨付日期", "到位日期"] },
        new("recipient", "接收地区", FieldForm.Code, Required: true) { Aliases = ["接收地区代码", "受援地区"] },
        new("pairing", "结对关系", FieldForm.Code) { Aliases = ["结对编号"], MaxLength = 120 },
        new("invoices", "发票号码", FieldForm.Code) { Aliases = ["发票"], MaxLength = ListMax },
        new("transfers", "转账凭证号", FieldForm.Code) { Aliases = ["转账凭证", "拨款凭证号"], MaxLength = ListMax },
        new("evidence", "佐证材料校验值", FieldForm.Code, Required: true) { Aliases = ["佐证材料"], MaxLength = ListMax },
    ]);

    /// <summary>The longest list in one cell: fifty hashes and what stands between them.</summary>
    private const int ListMax = 3_300;

    private static IReadOnlyList<FieldChoice> Fields =>
    [
        .. AidTerms.Fields.Select(term => new FieldChoice(term.Value, term.Key)),
        new("资金", "funds"), new("产业", "industry"), new("劳务", "labour"), new("人才", "talent"), new("消费", "consumption"), new("社会捐赠", "donation"), new("民生", "livelihood"),
    ];

    private static IReadOnlyList<FieldChoice> Forms => [.. AidTerms.Forms.Select(term => new FieldChoice(term.Value, term.Key))];
}
