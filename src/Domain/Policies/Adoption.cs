namespace Revitalization.Domain.Policies;

/// <summary>A county holds a pack from a day (采用) until its last day, or for good.</summary>
/// <param name="From">With the pack it names the adoption.</param>
/// <param name="By">Account that adopted it; the newest one where its end was changed.</param>
public sealed record Adoption(string Pack, DateOnly From, DateOnly? Until, string By, DateTimeOffset RecordedAt)
{
    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}
