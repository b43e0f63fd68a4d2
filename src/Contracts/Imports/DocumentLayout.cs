namespace Revitalization.Contracts.Imports;

/// <summary>
/// Sheet of documents to be published (公开文件目录): one row registers one draft. What a row leaves out is read from its text; whatever it says
/// is reviewed by another person before it goes out, like any draft.
/// </summary>
public static class DocumentLayout
{
    /// <summary>A spreadsheet's own limit of a cell; a longer text is registered on its page.</summary>
    private const int TextMost = 32_767;

    public static readonly SheetLayout Documents = new(ImportKinds.Documents,
    [
        new("document", "文件编号", FieldForm.Code) { Aliases = ["公开文件编号"], MaxLength = 40 },
        new("region", "地区代码", FieldForm.Code) { Aliases = ["行政区划代码", "所属地区代码"] },
        new("title", "标题", FieldForm.Name) { Aliases = ["名称", "文件标题", "信息名称", "文件名称"], MaxLength = 200 },
        new("indexNumber", "索引号", FieldForm.Code) { Aliases = ["索引"], MaxLength = 200 },
        new("documentNumber", "发文字号", FieldForm.Code) { Aliases = ["文号", "发文文号", "文件编号(文号)"], MaxLength = 200 },
        new("issuer", "发布机构", FieldForm.Name) { Aliases = ["发文机关", "制发机关", "发布单位", "信息来源"], MaxLength = 200 },
        new("topic", "主题分类", FieldForm.Name) { Aliases = ["主题"], MaxLength = 200 },
        new("genre", "体裁分类", FieldForm.Name) { Aliases = ["体裁", "文种", "公文种类"], MaxLength = 200 },
        new("effectiveOn", "成文日期", FieldForm.Date) { Aliases = ["生成日期", "成文时间", "印发日期"] },
        new("publishedOn", "发布日期", FieldForm.Date) { Aliases = ["公开日期", "发布时间"] },
        new("validity", "有效性", FieldForm.Choice, Fallback: "unstated")
        {
            Choices = [new("有效", "valid"), new("现行有效", "valid"), new("已被替代", "superseded"), new("废止", "repealed"), new("失效", "repealed"), new("未写明", "unstated")],
        },
        new("summary", "内容概述", FieldForm.Name) { Aliases = ["概述", "摘要", "内容摘要"], MaxLength = 2_000 },
        new("text", "正文", FieldForm.Code, Required: true) { Aliases = ["内容", "全文", "正文内容"], MaxLength = TextMost },
    ]);
}
