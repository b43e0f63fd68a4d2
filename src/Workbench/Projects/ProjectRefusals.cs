using System.Collections.Frozen;

namespace Revitalization.Workbench.Projects;

/// <summary>The field at which a refusal about projects, funds and assets is shown, where the Silo names none: the one that mends it.</summary>
internal static class ProjectRefusals
{
    public static readonly FrozenDictionary<string, string[]> Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["project.day-out-of-order"] = ["on"],
        ["project.profile-implausible"] = ["name", "region"],
        ["project.evidence-missing"] = ["files"],
        ["project.amount-implausible"] = ["fen", "payFen"],
        ["project.above-allocation"] = ["fen"],
        ["project.above-budget"] = ["fen"],
        ["project.counts-implausible"] = ["liftedHouseholds", "people"],
        ["project.text-implausible"] = ["document", "voucher", "benefit", "reason"],
        ["project.voucher-reused"] = ["voucher"],
        ["fund.day-in-future"] = ["on"],
        ["fund.amount-implausible"] = ["fen"],
        ["fund.above-free"] = ["fen"],
        ["fund.text-implausible"] = ["voucher", "reason"],
        ["fund.voucher-reused"] = ["voucher"],
        ["fund.key-malformed"] = ["fund", "source"],
        ["fund.return-above-allocation"] = ["fen"],
        ["household.not-registered"] = ["household"],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
