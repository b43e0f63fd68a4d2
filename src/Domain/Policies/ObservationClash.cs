namespace Revitalization.Domain.Policies;

/// <summary>
/// The mildest colour may mean "can be cleared within half a year" in one county while another clears nobody before half a year.
/// Both are rules somewhere; a household cannot satisfy both, and nobody should find that out at its clearing.
/// </summary>
internal static class ObservationClash
{
    public static string? Explain(PolicyPack left, PolicyPack right, DateOnly day) =>
        Explained(colours: left, clearing: right, day) ?? Explained(colours: right, clearing: left, day);

    private static string? Explained(PolicyPack colours, PolicyPack clearing, DateOnly day)
    {
        var months = clearing.Find<DeadlineRule>(MonitoringRuleIds.LeastObservation)?.On(day)?.Value.Count ?? 0;
        if (months == 0 || Within(colours, day) is not var (name, within)) return null;
        return months >= within
            ? FormattableString.Invariant($"“{colours.Title}”的{name}指预计 {within} 个月内能够消除风险;“{clearing.Title}”规定监测至少满 {months} 个月方可消除。两者不能同时满足:按前者定为{name}的户,按后者在 {within} 个月内一律不得消除,到可以消除之日已不再是{name}。")
            : FormattableString.Invariant($"“{colours.Title}”的{name}指预计 {within} 个月内能够消除风险;“{clearing.Title}”规定监测至少满 {months} 个月方可消除。两者可以同时满足,但{name}的户只有第 {months} 个月之后才能消除。");
    }

    /// <summary>The mildest colour of a forecast, and within how many months it expects the risk to be cleared.</summary>
    private static (string Name, long Months)? Within(PolicyPack pack, DateOnly day) =>
        pack.Find<LadderRule>(MonitoringRuleIds.AssessedColour)?.On(day)?.Value is { Steps.Count: > 1 } ladder
            ? (pack.Colour(ladder.Steps[0].Label).Name, ladder.Steps[1].Limit)
            : null;
}
