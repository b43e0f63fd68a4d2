using Revitalization.Domain.Households;

namespace Revitalization.Silo.Imports.Writing;

/// <summary>A household as the register has it today, with the keys of its people.</summary>
internal sealed record Standing(string Id, Household State, DateOnly On, IReadOnlyDictionary<Guid, ReadOnlyMemory<byte>> Keys)
{
    /// <summary>Null once the household has ended.</summary>
    public HouseholdView? Today { get; } = State.AsOf(On) is { Exists: true } view ? view : null;

    /// <summary>Who heads it; where nobody does, who headed it last, for the sheet may still name them.</summary>
    public MemberHistory? Head => State.Members.Where(member => member.EverJoined && member.DetailsOn(On).Relation == Relation.Head)
        .OrderByDescending(IsPresent).ThenByDescending(member => member.Presences[^1].From).FirstOrDefault();

    public bool IsPresent(MemberHistory member) => Today is not null && member.PresentOn(On);
}
