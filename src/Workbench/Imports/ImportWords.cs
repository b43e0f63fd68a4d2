using Revitalization.Contracts.Imports;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;

namespace Revitalization.Workbench.Imports;

/// <summary>Imports in the words of the pages.</summary>
public static class ImportWords
{
    public static IReadOnlyList<Choice> KindsFor(Viewer viewer) => [.. ImportKinds.OpenTo(viewer.Role).Select(kind => new Choice(kind, ImportKinds.Title(kind)))];

    /// <summary>State with a sign of its own, so that colour is not the only one.</summary>
    public static (string Text, string Look) State(string state) => state switch
    {
        ImportStates.Received => ("… 等待处理", "note"),
        ImportStates.Running => ("▶ 导入中", "note"),
        ImportStates.Completed => ("✓ 已完成", "good"),
        ImportStates.Cancelled => ("■ 已取消", "warn"),
        ImportStates.Interrupted => ("⚠ 已中断", "bad"),
        ImportStates.Failed => ("✕ 已中止", "bad"),
        _ => (state, "note"),
    };

    public static bool IsUnderWay(this ImportProgress import) => !ImportStates.IsFinal(import.State);
}
