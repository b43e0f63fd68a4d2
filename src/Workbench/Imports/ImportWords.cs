using Revitalization.Contracts.Imports;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Imports;

/// <summary>Imports in the words of the pages.</summary>
public static class ImportWords
{
    public static readonly IReadOnlyList<Choice> Kinds = [.. ImportKinds.Open.Select(kind => new Choice(kind, ImportKinds.Title(kind)))];

    /// <summary>State with a sign of its own, so that colour is not the only one.</summary>
    public static (string Text, string Look) State(ImportState state) => state switch
    {
        ImportState.Received => ("… 等待处理", "note"),
        ImportState.Running => ("▶ 导入中", "note"),
        ImportState.Completed => ("✓ 已完成", "good"),
        ImportState.Cancelled => ("■ 已取消", "warn"),
        ImportState.Failed => ("✕ 已中止", "bad"),
        _ => (state.ToString(), "note"),
    };

    public static bool IsUnderWay(this ImportProgress import) => import.State is ImportState.Received or ImportState.Running;
}
