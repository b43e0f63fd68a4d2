using Revitalization.Contracts.Projects;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Projects;

/// <summary>The words of projects as lists to choose from, and how a stage looks.</summary>
public static class ProjectWords
{
    public static readonly IReadOnlyList<Choice> Stages = ProjectTerms.Stages.ToChoices();
    public static readonly IReadOnlyList<Choice> Categories = ProjectTerms.Categories.ToChoices();
    public static readonly IReadOnlyList<Choice> Purposes = ProjectTerms.Purposes.ToChoices();
    public static readonly IReadOnlyList<Choice> LabourBases = ProjectTerms.LabourBases.ToChoices();
    public static readonly IReadOnlyList<Choice> TraceKinds = ProjectTerms.TraceKinds.ToChoices();

    public static (string Text, string Look) Stage(string stage) => stage switch
    {
        "cancelled" => ("■ 取消", ""),
        "accepted" or "handed-over" => ($"✓ {Stages.TextOf(stage)}", "good"),
        _ => ($"… {Stages.TextOf(stage)}", "note"),
    };

    /// <summary>What comes after a stage; null after the last.</summary>
    public static string? After(string stage) => stage switch
    {
        "proposed" => "approved", "approved" => "contracted", "contracted" => "started", "started" => "completed", "completed" => "accepted", "accepted" => "handed-over", _ => null,
    };

    /// <summary>The document that a stage is reached with.</summary>
    public static string DocumentOf(string stage) => stage switch
    {
        "approved" => "立项批复文号", "contracted" => "合同编号", "started" => "开工令", "completed" => "完工报告", "accepted" => "验收单", "handed-over" => "移交清单", _ => "文件",
    };
}
