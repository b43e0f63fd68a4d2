using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Which limits are whose to meet (待办分工): what a role finds in its inbox beside what is assigned to the account by name.</summary>
internal static class TaskRoles
{
    private static readonly string[] s_village =
    [
        DeadlineKinds.Verification, DeadlineKinds.VillageReview, DeadlineKinds.Notice, DeadlineKinds.NoticeEnd, DeadlineKinds.Objection, DeadlineKinds.FirstMeasure,
        DeadlineKinds.Measure, DeadlineKinds.Visit, DeadlineKinds.IncomeTarget, DeadlineKinds.ClearingReview,
    ];

    private static readonly string[] s_township = [DeadlineKinds.Dispatch, DeadlineKinds.TownshipReview];

    private static readonly string[] s_county = [DeadlineKinds.CountyApproval, DeadlineKinds.ClearingApproval];

    public static IReadOnlyList<string> KindsOf(string role) => role switch
    {
        Roles.VillageMonitor => s_village,
        Roles.Township => s_township,
        Roles.County => s_county,
        _ => [],
    };

    /// <summary>Whether there may be several of it in one file, told apart by what they are about.</summary>
    public static bool HasSubject(string kind) => kind is DeadlineKinds.Measure or DeadlineKinds.IncomeTarget or DeadlineKinds.Objection;

    /// <summary>The ranks of cadres that this role has to name.</summary>
    public static IReadOnlyList<string> RanksOf(string role) => role switch
    {
        Roles.Township => [Terms.Code(CadreRank.OtherCadre), Terms.Code(CadreRank.SectionLeader)],
        Roles.County => [Terms.Code(CadreRank.CountyLeader)],
        _ => [],
    };

    public static string ActOf(string kind) => kind switch
    {
        DeadlineKinds.Dispatch => MonitoringActs.Dispatch,
        DeadlineKinds.Verification => MonitoringActs.Verification,
        DeadlineKinds.VillageReview or DeadlineKinds.ClearingReview => MonitoringActs.VillageReview,
        DeadlineKinds.Notice => MonitoringActs.Notice,
        DeadlineKinds.NoticeEnd => MonitoringActs.NoticeClosing,
        DeadlineKinds.Objection => MonitoringActs.Settlement,
        DeadlineKinds.TownshipReview => MonitoringActs.TownshipReview,
        DeadlineKinds.CountyApproval => MonitoringActs.CountyDecision,
        DeadlineKinds.ClearingApproval => MonitoringActs.ClearingDecision,
        DeadlineKinds.FirstMeasure => MonitoringActs.Measure,
        DeadlineKinds.Measure => MonitoringActs.Completion,
        DeadlineKinds.Visit => MonitoringActs.Visit,
        DeadlineKinds.IncomeTarget => MonitoringActs.IncomeTarget,
        FileRows.CadreKind => MonitoringActs.Cadre,
        _ => throw new System.Diagnostics.UnreachableException($"No act answers {kind}."),
    };

    public static string Title(string kind, string subject) => kind switch
    {
        FileRows.CadreKind => $"{MonitoringTerms.Deadlines[kind]}（{MonitoringTerms.Ranks[subject]}）",
        DeadlineKinds.IncomeTarget => $"{MonitoringTerms.Deadlines[kind]}（{subject}年）",
        _ => MonitoringTerms.Deadlines[kind],
    };
}
