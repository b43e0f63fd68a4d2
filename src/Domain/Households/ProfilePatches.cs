namespace Revitalization.Domain.Households;

/// <summary>What changes between two descriptions of a household, and a description with a change applied.</summary>
public static class ProfilePatches
{
    public static ProfilePatch Of(HouseholdProfile profile) => new(
        profile.Kind, new(profile.Monitored, profile.RiskCleared), new(profile.Resettled, profile.Site),
        profile.Group is { Length: > 0 } group ? group : null);

    /// <summary>What is new in <paramref name="stated"/>; <see cref="ProfilePatch.Empty"/> if nothing.</summary>
    public static ProfilePatch Between(HouseholdProfile known, HouseholdProfile stated)
    {
        var (before, after) = (Of(known), Of(stated));
        return new(
            before.Kind == after.Kind ? null : after.Kind,
            before.Monitoring == after.Monitoring ? null : after.Monitoring,
            before.Resettlement == after.Resettlement ? null : after.Resettlement,
            stated.Group == (known.Group ?? "") ? null : stated.Group);
    }

    public static HouseholdProfile ApplyTo(this ProfilePatch patch, HouseholdProfile known) => new(
        patch.Kind ?? known.Kind,
        patch.Monitoring?.Kind ?? known.Monitored,
        patch.Monitoring?.RiskCleared ?? known.RiskCleared,
        patch.Resettlement?.Resettled ?? known.Resettled,
        patch.Resettlement is { } resettlement ? resettlement.Site : known.Site,
        patch.Group is not { } group ? known.Group : group.Length > 0 ? group : null);
}
