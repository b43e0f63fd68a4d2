using System.Collections.Frozen;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>The field at which a refusal of the chain is shown, where the Silo names none: the one that mends it.</summary>
internal static class MonitoringRefusals
{
    public static readonly FrozenDictionary<string, string[]> Fields = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["monitoring.day-in-future"] = ["on"],
        ["monitoring.day-before-step"] = ["on"],
        ["monitoring.verifier-overloaded"] = ["assignee"],
        ["monitoring.risk-missing"] = ["risks"],
        ["monitoring.expected-clearing-missing"] = ["expectedClearOn"],
        ["monitoring.expected-clearing-in-past"] = ["expectedClearOn"],
        ["monitoring.evidence-missing"] = ["files"],
        ["monitoring.attendance-implausible"] = ["inFavour"],
        ["monitoring.majority-missing"] = ["inFavour"],
        ["monitoring.notice-still-running"] = ["on"],
        ["monitoring.objection-open"] = ["on"],
        ["monitoring.kind-missing"] = ["kind"],
        ["monitoring.reason-missing"] = ["reason", "finding"],
        ["monitoring.cadre-rank-too-low"] = ["rank"],
        ["monitoring.amount-negative"] = ["amountFen", "perHeadFen"],
        ["monitoring.due-before-plan"] = ["dueOn"],
        ["monitoring.observation-too-short"] = ["on"],
        ["monitoring.needs-unmet"] = ["needs"],
        ["monitoring.income-unstable"] = ["incomeStable"],
        ["monitoring.text-implausible"] = ["note", "result", "reason", "finding", "statement"],
        ["account.account-unknown"] = ["assignee", "cadre"],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
