using System.Collections.Immutable;

namespace Revitalization.Domain.Aid;

public abstract record PartnershipEvent;

public sealed record AgreementPut(
    PartnershipKind Kind, string Donor, string Recipient, int StartYear, int? EndYear, string Document, bool TwoSignatures) : PartnershipEvent;

public sealed record PairingPut(
    string Pairing, PairingKind Kind, string DonorParty, string RecipientParty, string? RecipientRegion, DateOnly From, DateOnly? Until) : PartnershipEvent;

public sealed record PlanPut(int Year, DateOnly IssuedOn, ImmutableArray<PlanLine> Lines, long SalesFloorFen) : PartnershipEvent;

public sealed record ExchangePut(string Exchange, ExchangeKind Kind, string Party, int Headcount, DateOnly From, DateOnly Until) : PartnershipEvent;
