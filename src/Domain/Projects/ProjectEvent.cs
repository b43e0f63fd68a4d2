using System.Collections.Immutable;

namespace Revitalization.Domain.Projects;

public abstract record ProjectEvent(DateOnly On);

public sealed record ProjectPut(DateOnly On, ProjectProfile Profile) : ProjectEvent(On);

public sealed record StageReached(DateOnly On, ProjectStage Stage, string Document, ImmutableArray<string> Evidence) : ProjectEvent(On);

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
