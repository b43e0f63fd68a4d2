namespace Revitalization.Domain.Policies;

/// <summary>Two packs say different things (冲突), in words: a county that adopts both, or stands beside the other, must know.</summary>
/// <param name="Rule">The rule, or <c>colours</c>.</param>
/// <param name="Explanation">What follows for households; null where the texts say it all.</param>
public sealed record PolicyClash(string Rule, string Title, string LeftText, string RightText, string? Explanation);

public static class PolicyClashes
{
    private const string Silent = "未作规定";

    /// <summary>Colours first, then rule by rule in order of id.</summary>
    public static IReadOnlyList<PolicyClash> Between(PolicyPack left, PolicyPack right, DateOnly day) =>
        [.. ColourClashes.Between(left, right, day), .. PolicyComparison.Between(left, right, day).Select(conflict => Clash(left, right, conflict, day))];

    private static PolicyClash Clash(PolicyPack left, PolicyPack right, PolicyConflict conflict, DateOnly day) => new(
        conflict.Rule, conflict.Title, Text(left, conflict.Rule, conflict.Left), Text(right, conflict.Rule, conflict.Right), conflict.Rule switch
        {
            MonitoringRuleIds.LeastObservation => ObservationClash.Explain(left, right, day),
            _ => Meaning(left, right, conflict),
        });

    private static string Text(PolicyPack pack, string rule, PolicyValue<object>? held)
    {
        if (held is null) return Silent;
        var text = PolicyWords.Of(pack, pack.Rules[rule], held.Value);
        return held.Source.Assumed is null ? text : $"{text}(推定)";
    }

    private static string? Meaning(PolicyPack left, PolicyPack right, PolicyConflict conflict)
    {
        if (conflict.Left is null || conflict.Right is null)
            return $"只有“{(conflict.Left is null ? right : left).Title}”规定了本项;同时采用时按有规定的执行。";
        return (conflict.Left.Source.Assumed, conflict.Right.Source.Assumed) switch
        {
            (not null, not null) => "两个政策包在本项上都没有文件依据,均为推定值,应由县里确认。",
            (not null, null) => $"“{left.Title}”在本项上没有文件依据,为推定值;“{right.Title}”有文件依据。",
            (null, not null) => $"“{right.Title}”在本项上没有文件依据,为推定值;“{left.Title}”有文件依据。",
            _ => "两个政策包都有文件依据;同时采用时,后采用的为准。",
        };
    }
}
