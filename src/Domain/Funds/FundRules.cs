using System.Diagnostics;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Funds;

/// <summary>No allocation above what is confirmed and arrived, whatever order things come in.</summary>
public static class FundRules
{
    /// <summary>A hundred billion yuan: far above any county's, far below overflow.</summary>
    public const long AmountMaxFen = 10_000_000_000_000;
    private const int TextMax = 200;

    public static Decision<FundEvent> Decide(Fund fund, FundCommand command, DateOnly today)
    {
        if (command.On > today) return FundRefusal.DayInFuture.On("on");
        return command switch
        {
            ConfirmMoney c => Confirm(fund, c),
            UnconfirmMoney c => Unconfirm(fund, c),
            RecordMoneyArrival c => Arrive(fund, c),
            ReverseMoneyArrival c => Reverse(fund, c),
            AllocateMoney c => Allocate(fund, c),
            DeclineAllocation c => Decline(fund, c),
            TakeBackMoney c => TakeBack(fund, c),
            ReceivePoolIncome c => Receive(fund, c),
            WithdrawPoolIncome c => Withdraw(fund, c),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    private static Decision<FundEvent> Confirm(Fund fund, ConfirmMoney c)
    {
        if (!IsAmount(c.Fen)) return FundRefusal.AmountImplausible.On("fen");
        if (!fund.Confirmed.TryGetValue(c.Origin, out var known)) return new MoneyConfirmed(c.On, c.Origin, c.Fen);
        return known.Ended || known.Fen == c.Fen ? Decision<FundEvent>.Nothing : FundRefusal.IdReused.On("origin");
    }

    /// <summary>Ends an origin for good, even one that the reactor has not brought yet: when it comes it counts for nothing.</summary>
    private static Decision<FundEvent> Unconfirm(Fund fund, UnconfirmMoney c)
    {
        var promise = fund.Confirmed.GetValueOrDefault(c.Origin);
        if (promise is { Ended: true }) return Decision<FundEvent>.Nothing;
        var fen = promise?.Fen ?? 0;
        return fund.ConfirmedFen - fen < fund.AllocatedFen ? FundRefusal.AlreadyAllocated.On("origin") : new MoneyUnconfirmed(c.On, c.Origin, fen);
    }

    private static Decision<FundEvent> Arrive(Fund fund, RecordMoneyArrival c)
    {
        if (!IsAmount(c.Fen)) return FundRefusal.AmountImplausible.On("fen");
        if (!Says(c.Voucher)) return FundRefusal.TextImplausible.On("voucher");
        if (fund.Arrivals.TryGetValue(c.Arrival, out var known))
            return known == new FundArrival(c.On, c.Fen, c.Voucher, Reversed: false) ? Decision<FundEvent>.Nothing : FundRefusal.IdReused.On("arrival");
        return fund.Arrivals.Values.Any(other => !other.Reversed && other.Voucher == c.Voucher)
            ? FundRefusal.VoucherReused.On("voucher")
            : new MoneyArrived(c.On, c.Arrival, c.Fen, c.Voucher);
    }

    private static Decision<FundEvent> Reverse(Fund fund, ReverseMoneyArrival c)
    {
        if (!fund.Arrivals.TryGetValue(c.Arrival, out var arrival)) return FundRefusal.EntryUnknown.On("arrival");
        if (arrival.Reversed) return Decision<FundEvent>.Nothing;
        if (!Says(c.Reason)) return FundRefusal.TextImplausible.On("reason");
        return fund.ArrivedFen - arrival.Fen < fund.AllocatedFen ? FundRefusal.AlreadyAllocated.On("arrival") : new MoneyArrivalReversed(c.On, c.Arrival, arrival.Fen, c.Reason);
    }

    private static Decision<FundEvent> Allocate(Fund fund, AllocateMoney c)
    {
        if (!IsAmount(c.Fen)) return FundRefusal.AmountImplausible.On("fen");
        if (fund.Allocations.TryGetValue(c.Allocation, out var known))
            return known.Project == c.Project && known.Fen == c.Fen && known.On == c.On ? Decision<FundEvent>.Nothing : FundRefusal.IdReused.On("allocation");
        if (fund.Declined.TryGetValue(c.Allocation, out var declined) && c.Permit <= declined) return FundRefusal.AllocationDeclined.On("allocation");
        return c.Fen > fund.FreeFen ? FundRefusal.AboveFree.On("fen") : new MoneyAllocated(c.On, c.Allocation, c.Project, c.Fen);
    }

    /// <summary>Whoever asks first is answered: what was allocated by then stays allocated, and whoever gave it up must know.</summary>
    private static Decision<FundEvent> Decline(Fund fund, DeclineAllocation c)
    {
        if (fund.Allocations.ContainsKey(c.Allocation)) return FundRefusal.AlreadyAllocated.On("allocation");
        return fund.Declined.GetValueOrDefault(c.Allocation) >= c.Permit ? Decision<FundEvent>.Nothing : new AllocationDeclined(c.On, c.Allocation, c.Project, c.Permit);
    }

    private static Decision<FundEvent> Receive(Fund fund, ReceivePoolIncome c)
    {
        if (!IsAmount(c.Fen)) return FundRefusal.AmountImplausible.On("fen");
        if (!fund.Confirmed.TryGetValue(c.Origin, out var known))
            return new List<FundEvent> { new MoneyConfirmed(c.On, c.Origin, c.Fen), new MoneyArrived(c.On, c.Origin, c.Fen, c.Origin) };
        return known.Ended || known.Fen == c.Fen ? Decision<FundEvent>.Nothing : FundRefusal.IdReused.On("origin");
    }

    /// <summary>Ends an origin for good, even one that the reactor has not brought yet, as <see cref="Unconfirm"/> does.</summary>
    private static Decision<FundEvent> Withdraw(Fund fund, WithdrawPoolIncome c)
    {
        if (!Says(c.Reason)) return FundRefusal.TextImplausible.On("reason");
        var promise = fund.Confirmed.GetValueOrDefault(c.Origin);
        if (promise is { Ended: true }) return Decision<FundEvent>.Nothing;
        if (promise is null) return new MoneyUnconfirmed(c.On, c.Origin, 0);
        return Math.Min(fund.ConfirmedFen, fund.ArrivedFen) - promise.Fen < fund.AllocatedFen
            ? FundRefusal.AlreadyAllocated.On("origin")
            : new List<FundEvent> { new MoneyUnconfirmed(c.On, c.Origin, promise.Fen), new MoneyArrivalReversed(c.On, c.Origin, promise.Fen, c.Reason) };
    }

    private static Decision<FundEvent> TakeBack(Fund fund, TakeBackMoney c)
    {
        if (!IsAmount(c.Fen)) return FundRefusal.AmountImplausible.On("fen");
        if (!fund.Allocations.TryGetValue(c.Allocation, out var allocation)) return FundRefusal.EntryUnknown.On("allocation");
        if (allocation.Returns.FirstOrDefault(given => given.Id == c.Return) is { } known)
            return known.Fen == c.Fen ? Decision<FundEvent>.Nothing : FundRefusal.IdReused.On("return");
        return c.Fen > allocation.LeftFen ? FundRefusal.ReturnAboveAllocation.On("fen") : new MoneyTakenBack(c.On, c.Allocation, c.Return, c.Fen);
    }

    private static bool IsAmount(long fen) => fen is > 0 and <= AmountMaxFen;

    private static bool Says(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= TextMax;
}
