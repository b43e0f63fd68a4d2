using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Projects.Lists;

/// <summary>What a sender may read of projects and what they left: a partner what its money became, everybody else what lies in his regions.</summary>
internal static class ProjectReach
{
    /// <summary>As a condition on <c>projects p</c>: agreed under the partnership, or paid from what it reported.</summary>
    public static AidCondition Projects(Sender by) => Either(Became(AidReach.Partnerships(by)), Within(by.Regions(), "p.region"));

    /// <summary>As a condition on <c>assets a</c> of <c>projects p</c>.</summary>
    public static AidCondition Assets(Sender by) => Either(Became(AidReach.Partnerships(by)), Within(by.Regions(), "a.region"));

    public static AidCondition Within(IReadOnlyList<string> prefixes, string column, string name = "scope")
    {
        var (sql, values) = ScopeFilter.Of(prefixes, column, name);
        return new(sql, values);
    }

    /// <summary>What the money of these partnerships became.</summary>
    public static AidCondition Became(IReadOnlyList<string> partnerships, string name = "own")
    {
        if (partnerships.Count == 0) return AidCondition.Never;
        var codes = string.Join(',', partnerships.Select((_, at) => $"@{name}{at}"));
        return new(
            $"""
            (p.partnership IN ({codes}) OR EXISTS (SELECT 1 FROM fund_shares s JOIN aid_reports r ON r.report=s.report
                WHERE s.project=p.project AND s.allocated_fen>0 AND r.partnership IN ({codes})))
            """,
            [.. partnerships.Select((code, at) => ($"{name}{at}", (object?)code))]);
    }

    private static AidCondition Either(AidCondition one, AidCondition other) => new($"({one.Sql} OR {other.Sql})", [.. one.Values, .. other.Values]);
}
