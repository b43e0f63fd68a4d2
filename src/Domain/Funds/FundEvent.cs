namespace Revitalization.Domain.Funds;

public abstract record FundEvent(DateOnly On);

public sealed record MoneyConfirmed(DateOnly On, string Origin, long Fen) : FundEvent(On);

public sealed record MoneyUnconfirmed(DateOnly On, string Origin, long Fen) : FundEvent(On);

public sealed record MoneyArrived(DateOnly On, string Arrival, long Fen, string Voucher) : FundEvent(On);

public sealed record MoneyArrivalReversed(DateOnly On, string Arrival, long Fen, string Reason) : FundEvent(On);

public sealed record MoneyAllocated(DateOnly On, string Allocation, string Project, long Fen) : FundEvent(On);

public sealed record MoneyTakenBack(DateOnly On, string Allocation, string Return, long Fen) : FundEvent(On);

/// <param name="Project">Whom the reactor tells.</param>
public sealed record AllocationDeclined(DateOnly On, string Allocation, string Project, long Permit) : FundEvent(On);
