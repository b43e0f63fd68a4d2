using System.Collections.Immutable;

namespace Revitalization.Domain.Projects;

public abstract record ProjectEvent(DateOnly On);

public sealed record ProjectPut(DateOnly On, ProjectProfile Profile) : ProjectEvent(On);

/// <param name="Papers">What each file of the evidence is; default where the sender did not say.</param>
public sealed record StageReached(
    DateOnly On, ProjectStage Stage, string Document, ImmutableArray<string> Evidence, ImmutableArray<string> Papers = default) : ProjectEvent(On);

public sealed record ProjectCancelled(DateOnly On, string Reason) : ProjectEvent(On);

public sealed record MoneyReceived(DateOnly On, string Allocation, string Fund, long Fen) : ProjectEvent(On);

/// <param name="Fund">Whom the reactor tells.</param>
public sealed record MoneyGivenBack(DateOnly On, string Return, string Allocation, string Fund, long Fen, string Reason) : ProjectEvent(On);

public sealed record MoneyPaid(
    DateOnly On, string Payment, string Allocation, long Fen, PaymentPurpose Purpose, string Voucher, ImmutableArray<string> Evidence) : ProjectEvent(On);

public sealed record PaymentReversed(DateOnly On, string Payment, long Fen, string Reason) : ProjectEvent(On);

public sealed record PayRosterPut(
    DateOnly On, string Roster, int Posts, int Households, int People, int LiftedHouseholds, int LiftedPeople, long PayFen, ImmutableArray<string> Evidence) : ProjectEvent(On);

public sealed record BeneficiaryPut(DateOnly On, string Household, string Benefit, long Fen) : ProjectEvent(On);

/// <summary>Room is held for money that a fund was asked for.</summary>
public sealed record MoneyExpected(DateOnly On, string Allocation, string Fund, long Fen) : ProjectEvent(On);

/// <summary>The fund declined; the room is free again.</summary>
public sealed record MoneyNotGiven(DateOnly On, string Allocation, long Permit) : ProjectEvent(On);

public sealed record AssetPut(DateOnly On, string Asset, Assets.AssetProfile Profile) : ProjectEvent(On);
