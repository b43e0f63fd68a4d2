using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Households;

/// <summary>The other side of a split or a merge (分户, 并户): the event carries the members, so the new or receiving household is fed from it alone.</summary>
public sealed class HouseholdReactor(IGrainFactory grains) : IReactor
{
    public string Name => "household";

    public bool Wants(StoredEvent stored) => stored.Type is "household.split" or "household.merged";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var from = stored.Stream["household/".Length..];
        var (target, command) = Consequence(from, EventCatalog.Read<HouseholdEvent>(stored.Type, stored.SchemaVersion, stored.Data));
        var reply = await grains.GetGrain<IHouseholdGrain>(target).Handle(command, this.Context(stored, target), within: null);
        return reply.Refusal is { } refusal ? [refusal] : [];
    }

    private static (string Target, HouseholdCommand Command) Consequence(string from, HouseholdEvent happened) => happened switch
    {
        HouseholdSplit split => (split.NewHousehold, new FormHousehold(split.On, from, split.Village, split.Profile, split.Members)),
        HouseholdMerged merged => (merged.Into, new AbsorbMembers(merged.On, from, merged.Members)),
        _ => throw new System.Diagnostics.UnreachableException($"No consequence for {happened.GetType().Name}."),
    };
}
