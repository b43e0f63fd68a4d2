using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Projects;

/// <summary>No payment above what was allocated, fund by fund: money of one source never pays for another's (资金分账).</summary>
public static partial class ProjectRules
{
    /// <summary>Asked before the fund is: what is allocated and what is being asked for never exceeds the total investment together.</summary>
    private static Decision<ProjectEvent> Expect(Project project, ExpectMoney c)
    {
        if (!IsAmount(c.Fen)) return ProjectRefusal.AmountImplausible.On("fen");
        if (project.Allocations.TryGetValue(c.Allocation, out var known)) return Repeat(known.Fund == c.Fund && known.Fen == c.Fen);
        if (project.Expectations.TryGetValue(c.Allocation, out var expected)) return Repeat(expected.Fund == c.Fund && expected.Fen == c.Fen);
        if (project.Stage < ProjectStage.Approved) return ProjectRefusal.StageOutOfOrder.On();
        return project.AllocatedFen + project.ExpectedFen + c.Fen > project.Profile!.BudgetFen
            ? ProjectRefusal.AboveBudget.On("fen")
            : new MoneyExpected(c.On, c.Allocation, c.Fund, c.Fen);
    }

    private static Decision<ProjectEvent> Repeat(bool same) => same ? Decision<ProjectEvent>.Nothing : ProjectRefusal.IdReused.On("allocation");

    private static Decision<ProjectEvent> GiveUp(Project project, GiveUpMoney c) =>
        project.Expectations.TryGetValue(c.Allocation, out var expected) && expected.Permit == c.Permit
            ? new MoneyNotGiven(c.On, c.Allocation, c.Permit)
            : Decision<ProjectEvent>.Nothing;

    private static Decision<ProjectEvent> Receive(Project project, ReceiveMoney c)
    {
        if (!IsAmount(c.Fen)) return ProjectRefusal.AmountImplausible.On("fen");
        if (project.Allocations.TryGetValue(c.Allocation, out var known))
            return known.Fund == c.Fund && known.Fen == c.Fen ? Decision<ProjectEvent>.Nothing : ProjectRefusal.IdReused.On("allocation");
        return new MoneyReceived(c.On, c.Allocation, c.Fund, c.Fen); // The fund has decided: what it gave is not refused here.
    }

    private static Decision<ProjectEvent> GiveBack(Project project, GiveBackMoney c)
    {
        if (!IsAmount(c.Fen)) return ProjectRefusal.AmountImplausible.On("fen");
        if (!Says(c.Reason, TextMax)) return ProjectRefusal.TextImplausible.On("reason");
        if (!project.Allocations.TryGetValue(c.Allocation, out var received)) return ProjectRefusal.EntryUnknown.On("allocation");
        if (received.Returns.FirstOrDefault(given => given.Id == c.Return) is { } known)
            return known.Fen == c.Fen ? Decision<ProjectEvent>.Nothing : ProjectRefusal.IdReused.On("return");
        return c.Fen > project.FreeFen(c.Allocation)
            ? ProjectRefusal.AboveAllocation.On("fen")
            : new MoneyGivenBack(c.On, c.Return, c.Allocation, received.Fund, c.Fen, c.Reason);
    }

    private static Decision<ProjectEvent> Pay(Project project, PayMoney c)
    {
        if (!IsAmount(c.Fen)) return ProjectRefusal.AmountImplausible.On("fen");
        if (!Says(c.Voucher, TextMax)) return ProjectRefusal.TextImplausible.On("voucher");
        if (!Enum.IsDefined(c.Purpose)) return ProjectRefusal.TextImplausible.On("purpose");
        if (!project.Allocations.ContainsKey(c.Allocation)) return ProjectRefusal.EntryUnknown.On("allocation");
        if (project.Payments.TryGetValue(c.Payment, out var known))
            return known == new Paid(c.On, c.Allocation, c.Fen, c.Purpose, c.Voucher, Reversed: false) ? Decision<ProjectEvent>.Nothing : ProjectRefusal.IdReused.On("payment");
        if (project.Stage < ProjectStage.Contracted) return ProjectRefusal.NotContracted.On();
        if (c.Evidence.IsDefaultOrEmpty) return ProjectRefusal.EvidenceMissing.On("evidence");
        if (project.Payments.Values.Any(other => !other.Reversed && other.Voucher == c.Voucher)) return ProjectRefusal.VoucherReused.On("voucher");
        return c.Fen > project.FreeFen(c.Allocation)
            ? ProjectRefusal.AboveAllocation.On("fen")
            : new MoneyPaid(c.On, c.Payment, c.Allocation, c.Fen, c.Purpose, c.Voucher, c.Evidence);
    }

    private static Decision<ProjectEvent> Reverse(Project project, ReversePayment c)
    {
        if (!project.Payments.TryGetValue(c.Payment, out var payment)) return ProjectRefusal.EntryUnknown.On("payment");
        if (payment.Reversed) return Decision<ProjectEvent>.Nothing;
        return Says(c.Reason, TextMax) ? new PaymentReversed(c.On, c.Payment, payment.Fen, c.Reason) : ProjectRefusal.TextImplausible.On("reason");
    }
}
