using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;

namespace Revitalization.Silo.Households;

/// <summary>One household (户). Everything personal arrives sealed.</summary>
public interface IHouseholdGrain : IGrainWithStringKey
{
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who acts, and which command it is.</param>
    /// <param name="within">Region prefixes the sender may act in; null for the platform itself (a reactor).</param>
    Task<CommandReply> Handle(HouseholdCommand command, CommandContext context, string[]? within);

    /// <summary>Where it is now, for checks before an answer is given; null where it is not registered.</summary>
    Task<HouseholdPlace?> Place();
}

/// <summary>Where a household is, its version, and whether people can come into it.</summary>
[GenerateSerializer, Immutable, Alias("household-place")]
public sealed record HouseholdPlace(
    [property: Id(0)] string Village, [property: Id(1)] long Version, [property: Id(2)] DateOnly RegisteredOn, [property: Id(3)] bool Closed);
