using System.Collections.Immutable;
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

    /// <summary>Whether the member came or went on the day that this command names, by whichever command that came into the register.</summary>
    Task<bool> Stands(HouseholdCommand command);

    /// <summary>What its monitoring asks of it today; null where it is not registered.</summary>
    Task<HouseholdStanding?> Standing();
}

/// <summary>Where a household is, its version, and whether people can come into it.</summary>
[GenerateSerializer, Immutable, Alias("household-place")]
public sealed record HouseholdPlace(
    [property: Id(0)] string Village, [property: Id(1)] long Version, [property: Id(2)] DateOnly RegisteredOn, [property: Id(3)] bool Closed);

/// <summary>A household as its monitoring file needs it today (监测所需户情).</summary>
/// <param name="Head">Whose key seals what is said about the household; null where nobody is listed.</param>
/// <param name="Members">Ids of those who belong to it.</param>
/// <param name="MonitoredSince">Since when the register states <paramref name="Monitored"/> without a break.</param>
[GenerateSerializer, Immutable, Alias("household-standing")]
public sealed record HouseholdStanding(
    [property: Id(0)] string Village, [property: Id(1)] bool Closed, [property: Id(2)] Guid? Head, [property: Id(3)] ImmutableArray<string> Members,
    [property: Id(4)] bool AnyLabour, [property: Id(5)] MonitoredKind Monitored, [property: Id(6)] bool RiskCleared, [property: Id(7)] DateOnly MonitoredSince);
