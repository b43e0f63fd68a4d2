using System.Collections.Immutable;

namespace Revitalization.Domain.Aid;

/// <summary>A command to one partnership (协作关系); its stream is <c>partnership/{code}</c>.</summary>
[GenerateSerializer, Immutable, Alias("partnership-command")]
public abstract record PartnershipCommand;

/// <summary>States the agreement (协议) or changes its terms.</summary>
/// <param name="Donor">Code of the donor's city, district or province.</param>
/// <param name="Recipient">Six-digit code of the county.</param>
/// <param name="TwoSignatures">A second person of the donor's must approve a report before it leaves (双人复核).</param>
[GenerateSerializer, Immutable, Alias("put-agreement")]
public sealed record PutAgreement(
    [property: Id(0)] PartnershipKind Kind, [property: Id(1)] string Donor, [property: Id(2)] string Recipient,
    [property: Id(3)] int StartYear, [property: Id(4)] int? EndYear, [property: Id(5)] string Document, [property: Id(6)] bool TwoSignatures) : PartnershipCommand;

/// <summary>Pairs two bodies (结对). For townships and villages the recipient's is a region code, so that a name never identifies.</summary>
[GenerateSerializer, Immutable, Alias("put-pairing")]
public sealed record PutPairing(
    [property: Id(0)] string Pairing, [property: Id(1)] PairingKind Kind, [property: Id(2)] string DonorParty, [property: Id(3)] string RecipientParty,
    [property: Id(4)] string? RecipientRegion, [property: Id(5)] DateOnly From, [property: Id(6)] DateOnly? Until) : PartnershipCommand;

/// <summary>The yearly plan (年度计划), whole: what is not in it is no longer planned.</summary>
[GenerateSerializer, Immutable, Alias("put-plan")]
public sealed record PutPlan(
    [property: Id(0)] int Year, [property: Id(1)] DateOnly IssuedOn, [property: Id(2)] ImmutableArray<PlanLine> Lines, [property: Id(3)] long SalesFloorFen) : PartnershipCommand;

/// <summary>People exchanged for a term (人员交流): how many, never who.</summary>
[GenerateSerializer, Immutable, Alias("put-exchange")]
public sealed record PutExchange(
    [property: Id(0)] string Exchange, [property: Id(1)] ExchangeKind Kind, [property: Id(2)] string Party, [property: Id(3)] int Headcount,
    [property: Id(4)] DateOnly From, [property: Id(5)] DateOnly Until) : PartnershipCommand;

/// <summary>What one field of cooperation is to bring in a year.</summary>
/// <param name="AmountFen">Money planned; 0 where the field brings none.</param>
[GenerateSerializer, Immutable, Alias("plan-line")]
public sealed record PlanLine(
    [property: Id(0)] AidField Field, [property: Id(1)] long AmountFen, [property: Id(2)] int Projects, [property: Id(3)] int People, [property: Id(4)] DateOnly DueOn);
