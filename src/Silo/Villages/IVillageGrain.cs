using Revitalization.Domain.Commands;
using Revitalization.Domain.Villages;

namespace Revitalization.Silo.Villages;

/// <summary>One village (村), by its twelve-digit code.</summary>
public interface IVillageGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(VillageCommand command, CommandContext context);

    /// <summary>What a household's rule needs to know; null where no such village is registered.</summary>
    Task<VillageFacts?> Facts();
}

/// <summary>A village's standing on its way between grains.</summary>
[GenerateSerializer, Immutable, Alias("village-facts")]
public sealed record VillageFacts(
    [property: Id(0)] string Code, [property: Id(1)] string Name, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly? Until,
    [property: Id(4)] string[] Successors)
{
    public VillageStanding Standing() => new(Code, Name, From, Until, Successors);
}
