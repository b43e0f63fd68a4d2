using System.Collections.Frozen;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;

namespace Revitalization.Silo.Monitoring;

/// <summary>
/// Who may do which act (分级权限): whoever finds and helps records it, the township reviews and names, the county decides. A higher
/// level may do what a lower one may; where, its scope says.
/// </summary>
public static class MonitoringRoles
{
    private static readonly string[] s_village =
    [
        MonitoringActs.Clue, MonitoringActs.Verification, MonitoringActs.VillageReview, MonitoringActs.Notice, MonitoringActs.NoticeClosing,
        MonitoringActs.Objection, MonitoringActs.Settlement, MonitoringActs.Measure, MonitoringActs.Completion, MonitoringActs.Visit,
        MonitoringActs.IncomeTarget, MonitoringActs.Check, MonitoringActs.Withdrawal,
    ];

    private static readonly string[] s_township =
        [MonitoringActs.Dispatch, MonitoringActs.TownshipReview, MonitoringActs.Cadre, MonitoringActs.Assessment, MonitoringActs.Clearing];

    private static readonly string[] s_county = [MonitoringActs.CountyDecision, MonitoringActs.ClearingDecision, MonitoringActs.TakeOver];

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_acts = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        [Roles.VillageMonitor] = s_village.ToFrozenSet(StringComparer.Ordinal),
        [Roles.Township] = s_village.Concat(s_township).ToFrozenSet(StringComparer.Ordinal),
        [Roles.County] = s_village.Concat(s_township).Concat(s_county).ToFrozenSet(StringComparer.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool May(string role, string act) => s_acts.TryGetValue(role, out var acts) && acts.Contains(act);

    /// <summary>May be named as verifier or responsible for a household.</summary>
    public static bool IsRegistrar(string? role) => role is not null && s_acts.ContainsKey(role);
}
