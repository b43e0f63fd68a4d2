using Revitalization.Contracts.Documents;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Documents;

public static class DocumentWords
{
    public static readonly IReadOnlyList<Choice> Stages = DocumentTerms.Stages.ToChoices();
    public static readonly IReadOnlyList<Choice> Validities = DocumentTerms.Validities.ToChoices();
    public static readonly IReadOnlyList<Choice> Findings = DocumentTerms.Findings.ToChoices();

    public static (string Text, string Look) Stage(string stage) => stage switch
    {
        "registered" => ("○ 已登记", "note"), "returned" => ("! 退回修改", "warn"), "reviewed" => ("◐ 已审核", "note"), "published" => ("✓ 已公开", "good"),
        "replaced" => ("■ 已被替代", ""), "repealed" => ("■ 已废止", ""), _ => (stage, ""),
    };

    public static (string Text, string Look) Severity(DocumentFindingView finding) => finding switch
    {
        { Decision: not null } => ("✓ 已处理", "good"), { Severity: "error" } => ("! 须处理", "bad"), _ => ("○ 提示", "note"),
    };

    /// <summary>How sure the reading is, said at the field; nothing where it is certain.</summary>
    public static string? Doubt(ReadFieldView? field) => field switch
    {
        null or { Certainty: "certain", Doubt: null } => null,
        { Certainty: "missing", Doubt: null } => "文中没有找到",
        _ => $"{DocumentTerms.Certainties[field.Certainty]}：{field.Doubt ?? "请核对。"}",
    };
}
