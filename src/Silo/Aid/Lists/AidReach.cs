using Revitalization.Silo.Households;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>
/// What a sender may read of aid: a partner its partnerships, everybody else what lies in his regions. A report that has not left the partner's house
/// is the partner's alone.
/// </summary>
internal static class AidReach
{
    private const int CountyDigits = 6;

    /// <summary>A draft has not, nor what was withdrawn before anybody signed it.</summary>
    private const string HasLeft = "r.state<>'drafted' AND NOT (r.state='withdrawn' AND r.asked_on IS NULL)";

    public static string[] Partnerships(Sender by) => [.. by.Scopes.Where(scope => scope.Kind == "partnership").Select(scope => scope.Value)];

    /// <summary>As a condition on <c>aid_reports r</c>.</summary>
    public static AidCondition Reports(Sender by) => Either(Own(by, "r.partnership"), Within(by.Regions(), "r.recipient").With(HasLeft));

    /// <summary>As a condition on <c>aid_cells c</c>, in which drafts count for nothing.</summary>
    public static AidCondition Cells(Sender by) => Either(Own(by, "c.partnership"), Within(by.Regions(), "c.recipient"));

    /// <summary>As a condition on <c>aid_partnerships p</c>: a township too sees with whom its county is paired.</summary>
    public static AidCondition Agreed(Sender by) =>
        Either(Own(by, "p.code"), Within([.. by.Regions().Select(each => each.Length > CountyDigits ? each[..CountyDigits] : each)], "p.recipient"));

    /// <summary>The same for one report that has left the partner's house.</summary>
    public static bool Sees(Sender by, string partnership, string recipient) => by.CoversPartnership(partnership) || by.Covers(recipient);

    public static bool SeesAgreement(Sender by, string partnership, string recipient) => by.CoversPartnership(partnership) || by.Meets(recipient);

    private static AidCondition Own(Sender by, string column)
    {
        var codes = Partnerships(by);
        return codes.Length == 0
            ? AidCondition.Never
            : new($"{column} IN ({string.Join(',', codes.Select((_, at) => $"@own{at}"))})", [.. codes.Select((code, at) => ($"own{at}", (object?)code))]);
    }

    private static AidCondition Within(string[] regions, string column)
    {
        var (sql, values) = ScopeFilter.Of(regions, column);
        return new(sql, values);
    }

    private static AidCondition Either(AidCondition one, AidCondition other) => new($"({one.Sql} OR {other.Sql})", [.. one.Values, .. other.Values]);
}

/// <summary>A condition in SQL and the values it names.</summary>
internal sealed record AidCondition(string Sql, IReadOnlyList<(string Name, object? Value)> Values)
{
    public static readonly AidCondition Never = new("1=0", []);

    public static readonly AidCondition Always = new("1=1", []);

    public AidCondition With(string sql, params IReadOnlyList<(string Name, object? Value)> values) => new($"({Sql} AND {sql})", [.. Values, .. values]);
}
