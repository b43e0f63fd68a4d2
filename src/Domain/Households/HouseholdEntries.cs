namespace Revitalization.Domain.Households;

public sealed partial record Household
{
    /// <summary>Numbers of the entries that still say something.</summary>
    public IEnumerable<long> Entries() => DatedEntries().Select(dated => dated.Entry).Concat(Incomes.Select(income => income.Entry));

    /// <summary>The days an entry holds from; none for an income.</summary>
    public IEnumerable<DateOnly> DaysOf(long entry) =>
        DatedEntries().Where(dated => dated.Entry == entry).Select(dated => dated.From);

    internal IEnumerable<(DateOnly From, long Entry)> DatedEntries()
    {
        if (Registered is { } registered) yield return (registered.From, registered.Entry);
        foreach (var village in Villages) yield return (village.From, village.Entry);
        foreach (var profile in Profiles) yield return (profile.From, profile.Entry);
        foreach (var member in Members)
        {
            foreach (var presence in member.Presences) yield return (presence.From, presence.Entry);
            foreach (var patch in member.Patches) yield return (patch.From, patch.Entry);
        }
        if (Closed is { } closed) yield return (closed.From, closed.Entry);
    }
}
