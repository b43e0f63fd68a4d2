using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Accounts;

/// <summary>Stand-ins during leave (请假顶岗): only between people of one role who keep the register, for named days to come.</summary>
public static class StandInRules
{
    public const int DaysMax = 90;
    public const int AtOnceMax = 3;

    public static Decision<AccountEvent> Name(Account account, NameStandIn c, DateOnly today)
    {
        if (c.AbsentRole is null) return AccountRefusal.AccountUnknown.On("account");
        if (!account.IsOpened) return AccountRefusal.AccountUnknown.On("standIn");
        if (c.StandIn == c.Absent) return AccountRefusal.StandInSame.On("standIn");
        if (account.Disabled) return AccountRefusal.AccountDisabled.On("standIn");
        if (!IsForRole(c.AbsentRole) || account.Role != c.AbsentRole) return AccountRefusal.StandInRoleDiffers.On("standIn");
        if (c.From < today || c.Until < c.From) return AccountRefusal.StandInDaysWrong.On(c.From < today ? "from" : "until");
        if (c.Until.DayNumber - c.From.DayNumber >= DaysMax) return AccountRefusal.StandInTooLong.On("until");
        if (account.StandIns.Count(known => known.Until >= today) >= AtOnceMax) return AccountRefusal.StandInsTooMany.On("standIn");
        return new StandInNamed(today, c.Act, c.Absent, c.From, c.Until);
    }

    public static Decision<AccountEvent> Withdraw(Account account, WithdrawStandIn c) =>
        account.StandIns.Any(known => known.Act == c.Act && known.Absent == c.Absent)
            ? new StandInWithdrawn(c.Act, c.Absent)
            : Decision<AccountEvent>.Nothing;

    /// <summary>Administrators and auditors are kept apart from one another: none of them lends his rights.</summary>
    private static bool IsForRole(string role) => role is Roles.VillageMonitor or Roles.Township or Roles.County;
}
