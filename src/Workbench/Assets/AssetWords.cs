using Revitalization.Contracts.Assets;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Assets;

public static class AssetWords
{
    public static readonly IReadOnlyList<Choice> Classes = AssetTerms.Classes.ToChoices();
    public static readonly IReadOnlyList<Choice> Conditions = AssetTerms.Conditions.ToChoices();
    public static readonly IReadOnlyList<Choice> Uses = AssetTerms.Uses.ToChoices();
    public static readonly IReadOnlyList<Choice> Changes = AssetTerms.Changes.ToChoices();

    public static (string Text, string Look) State(string state) => state switch
    {
        "kept" => ("✓ 在册", "good"), "write-off-asked" => ("… 待核销", "warn"), "written-off" => ("■ 已核销", ""), _ => (state, ""),
    };

    public static (string Text, string Look) Condition(string? condition) => condition switch
    {
        "good" => ("✓ 完好", "good"), "repair" => ("! 需维修", "warn"), "idle" => ("! 闲置", "warn"), "lost" => ("✕ 灭失", "bad"), null => ("未巡查", ""), _ => (condition, ""),
    };
}
