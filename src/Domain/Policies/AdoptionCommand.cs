namespace Revitalization.Domain.Policies;

/// <summary>A command to one county's rules; its stream is <c>county/{code}</c>. Sent by the county only.</summary>
[GenerateSerializer, Immutable, Alias("adoption-command")]
public abstract record AdoptionCommand;

/// <summary>Adopts a pack from a day on, or sets the last day of what was adopted from that day; the same again changes nothing.</summary>
/// <param name="From">First day it holds: may lie in the past, since rules held before the platform came.</param>
[GenerateSerializer, Immutable, Alias("adopt-policy")]
public sealed record AdoptPolicy([property: Id(0)] string Pack, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly? Until) : AdoptionCommand;

/// <summary>Takes back an adoption that was recorded by mistake. What was explained by it stays explained by it, as known then.</summary>
[GenerateSerializer, Immutable, Alias("withdraw-policy")]
public sealed record WithdrawPolicy([property: Id(0)] string Pack, [property: Id(1)] DateOnly From, [property: Id(2)] string Reason) : AdoptionCommand;

/// <param name="By">The account that acts.</param>
public sealed record AdoptionContext(IReadOnlyList<PolicyPack> Shipped, DateOnly Today, string By, DateTimeOffset Now);
