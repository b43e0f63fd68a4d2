using Revitalization.Contracts.Imports;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;

namespace Revitalization.Workbench.Imports;

/// <summary>Imports in the words of the pages.</summary>
public static class ImportWords
{
    /// <summary>支援报告: the one kind that a partner city loads.</summary>
    public const string AidReports = "aid-reports";

    private static readonly IReadOnlyList<Choice> OfCounty = [.. ImportKinds.Open.Select(kind => new Choice(kind, ImportKinds.Title(kind)))];

    private static readonly IReadOnlyList<Choice> OfPartner = [new(AidReports, "支援报告")];

    public static IReadOnlyList<Choice> KindsFor(Viewer viewer) => viewer.IsPartner ? OfPartner : OfCounty;

    public static string Title(string kind) => kind == AidReports ? "支援报告" : ImportKinds.Title(kind);

    /// <summary>State with a sign of its own, so that colour is not the only one.</summary>
    public static (string Text, string Look) State(string state) => state switch
    {
        ImportStates.Received => ("… 等待处理", "note"),
        ImportStates.Running => ("▶ 导入中", "note"),
        ImportStates.Completed => ("✓ 已完成", "good"),
        ImportStates.Cancelled => ("■ 已取消", "warn"),
        ImportStates.Failed => ("✕ 已中止", "bad"),
        _ => (state, "note"),
    };

    public static bool IsUnderWay(this ImportProgress import) => !ImportStates.IsFinal(import.State);
}
