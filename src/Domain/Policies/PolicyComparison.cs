namespace Revitalization.Domain.Policies;

/// <summary>Where two counties' rules differ on a day (规则冲突): shown, never hidden, when their figures stand side by side.</summary>
/// <param name="Left">Null where that pack says nothing.</param>
public sealed record PolicyConflict(string Rule, string Title, PolicyValue<object>? Left, PolicyValue<object>? Right);

public static class PolicyComparison
{
    /// <summary>Rules that hold other values, or that only one of the two states.</summary>
    public static IReadOnlyList<PolicyConflict> Between(PolicyPack left, PolicyPack right, DateOnly day) =>
        [.. left.Rules.Keys.Union(right.Rules.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(id => Compare(left.Rules.GetValueOrDefault(id), right.Rules.GetValueOrDefault(id), day))
            .OfType<PolicyConflict>()];

    private static PolicyConflict? Compare(PolicyRule? left, PolicyRule? right, DateOnly day)
    {
        var (leftHeld, rightHeld) = (left?.HeldOn(day), right?.HeldOn(day));
        if (leftHeld is null && rightHeld is null) return null;
        if (leftHeld is not null && rightHeld is not null && Same(leftHeld.Value, rightHeld.Value)) return null;
        var named = (left ?? right)!;
        return new PolicyConflict(named.Id, named.Title, leftHeld, rightHeld);
    }

    internal static bool Same(object left, object right) => (left, right) switch
    {
        (Ladder a, Ladder b) => a.Boundary == b.Boundary && a.Steps.SequenceEqual(b.Steps),
        _ => left.Equals(right),
    };
}
