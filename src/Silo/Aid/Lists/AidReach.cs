using Revitalization.Silo.Households;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>
/// What a sender may read of aid: a partner its partnerships, everybody else what lies in his regions. A report that has not left the partner's house
/// is the partner's alone.
/// </summary>
internal static class AidReach
{
    private const int CountyDigits = 6;

    public static string[] Partnerships(Sender by) => [.. by.Scopes.Where(scope => scope.Kind == "partnership").Select(scope => scope.Value)];

    /// <summary>As a condition on <c>aid_reports r</c>.</summary>
    public static AidCondition Reports(Sender by) => Either(Own(by, "r.partnership"), Within(by.Regions(), "r.recipient").With("r.state<>'drafted'"));

    /// <summary>As a condition on <c>aid_partnerships p</c>: a township too sees with whom its county is paired.</summary>
    public static AidCondition Agreed(Sender by) =>
        Either(Own(by, "p.code"), Within([.. by.Regions().Select(each => each.Length > CountyDigits ? each[..CountyDigits] : each)], "p.recipient"));

    /// <summary>The same for one report.</summary>
    public static bool Sees(Sender by, string partnership, string recipient, string state) =>
        by.CoversPartnership(partnership) || (state != "drafted" && by.Covers(recipient));

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
