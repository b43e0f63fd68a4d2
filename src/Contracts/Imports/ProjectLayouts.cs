using Revitalization.Contracts.Projects;

namespace Revitalization.Contracts.Imports;

/// <summary>Sheets of projects and payments (项目库、支付台账). No national layout is known; these headings are the ones that county sheets use.</summary>
public static class ProjectLayouts
{
    /// <summary>One row puts a project into the library. Its later stages need papers and are not read from a sheet.</summary>
    public static readonly SheetLayout Projects = new(ImportKinds.Projects,
    [
        new("project", "项目编号", FieldForm.Code, Required: true) { Aliases = ["项目编码", "项目代码"] },
        new("name", "项目名称", FieldForm.Name, Required: true) { MaxLength = 100 },
        new("category", "项目类别", FieldForm.Choice, Required: true) { Aliases = ["项目类型"], Choices = Choices(ProjectTerms.Categories) },
        new("region", "建设地点代码", FieldForm.Code, Required: true) { Aliases = ["地区代码", "行政区划代码", "建设地点行政区划代码"] },
        new("place", "建设地点", FieldForm.Derived) { Aliases = ["地点", "实施地点"] },
        new("year", "年度", FieldForm.Code, Required: true) { Aliases = ["项目年度", "计划年度"], MaxLength = 4 },
        new("budget", "总投资(元)", FieldForm.Amount, Required: true) { Aliases = ["总投资", "项目总投资", "项目总投资(元)"] },
        new("partnership", "协作关系", FieldForm.Code) { Aliases = ["协作关系代码"] },
        new("workRelief", "是否以工代赈", FieldForm.Choice, Fallback: "false") { Aliases = ["以工代赈"], Choices = SheetChoices.YesNo },
        new("effectiveOn", "入库日期", FieldForm.Date, Required: true) { Aliases = ["储备日期", "登记日期"] },
    ]);

    /// <summary>One row pays out of one allocation. A row without evidence of its own rests on the sheet it stands in: its SHA-256 is kept.</summary>
    public static readonly SheetLayout Payments = new(ImportKinds.Payments,
    [
        new("project", "项目编号", FieldForm.Code, Required: true) { Aliases = ["项目编码", "项目代码"] },
        new("name", "项目名称", FieldForm.Derived),
        new("payment", "支付编号", FieldForm.Code, Required: true) { Aliases = ["支付流水号", "支付单号"] },
        new("allocation", "下达编号", FieldForm.Code, Required: true) { Aliases = ["资金下达编号", "指标编号"] },
        new("effectiveOn", "支付日期", FieldForm.Date, Required: true) { Aliases = ["日期"] },
        new("amount", "支付金额(元)", FieldForm.Amount, Required: true) { Aliases = ["支付金额", "金额", "金额(元)"] },
        new("purpose", "用途", FieldForm.Choice, Required: true) { Aliases = ["支付用途"], Choices = Choices(ProjectTerms.Purposes) },
        new("voucher", "凭证号", FieldForm.Code, Required: true) { Aliases = ["支付凭证号", "记账凭证号"] },
        new("evidence", "佐证材料校验值", FieldForm.Code) { Aliases = ["佐证材料"], MaxLength = 64 },
    ]);

    private static List<FieldChoice> Choices(IReadOnlyDictionary<string, string> terms) => [.. terms.Select(term => new FieldChoice(term.Value, term.Key))];
}
