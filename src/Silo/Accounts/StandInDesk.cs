using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Accounts;

/// <summary>
/// Names who stands in for an absent cadre (请假顶岗). By the security administrator, or by a county account under which both people
/// fall: leave is granted by the superior, and waits for no administrator. The fact stands in the stand-in's own stream, so that
/// his next request already sees it, or no longer sees it.
/// </summary>
public sealed class StandInDesk(IGrainFactory grains, IEventLog log, ContentHash contentHash)
{
    public async Task<CommandReply> Name(string absent, string act, StandInBody body, Sender by)
    {
        if (!HouseholdLimits.IsId(act)) return Refused(Contracts.Commands.CommandRefusal.IdMalformed, "act");
        if (!AccountNames.IsName(absent)) return Refused(AccountRefusal.AccountUnknown, "account");
        if (!AccountNames.IsName(body.StandIn)) return Refused(AccountRefusal.AccountUnknown, "standIn");
        var account = await Read(absent);
        if ((Broken(by, account, "account") ?? Broken(by, await Read(body.StandIn), "standIn")) is { } refusal) return CommandReply.From(refusal);
        var command = new NameStandIn(act, body.StandIn, absent, account.Role, body.From, body.Until);
        return await Grain(body.StandIn).Handle(command, Context(Address(absent, act), body, by));
    }

    /// <summary>Ends it at once. Repeating it changes nothing.</summary>
    public async Task<CommandReply> Withdraw(string absent, string act, Sender by)
    {
        if (!AccountNames.IsName(absent) || !HouseholdLimits.IsId(act)) return Refused(AccountRefusal.StandInUnknown, "act");
        if (Broken(by, await Read(absent), "account") is { } refusal) return CommandReply.From(refusal);
        if (await log.FindCommand(Address(absent, act)) is not { } named) return Refused(AccountRefusal.StandInUnknown, "act");
        var standIn = named.Stream["account/".Length..];
        return await Grain(standIn).Handle(new WithdrawStandIn(act, absent), Context($"{Address(absent, act)}/withdrawal", standIn, by));
    }

    // A county's officer is superior to villages and townships inside his own scope; his colleagues' leave is the administrator's.
    private static Refused? Broken(Sender by, Account account, string field)
    {
        if (by.Role == Roles.SecurityAdministrator) return null;
        if (account is { IsOpened: true, Role: not (Roles.VillageMonitor or Roles.Township) }) return AccessRefusal.RoleInsufficient.On(field);
        var scopes = account.Scopes.Select(Scope.Parse).OfType<Scope>().ToList();
        return scopes.Count > 0 && scopes.TrueForAll(scope => by.Covers(scope.Value)) ? null : AccessRefusal.ScopeElsewhere.On(field);
    }

    private async Task<Account> Read(string account) => await Grain(account).Read();

    private IAccountGrain Grain(string account) => grains.GetGrain<IAccountGrain>(account);

    private CommandContext Context<TBody>(string address, TBody body, Sender by) => new(address, contentHash.Of(address, body), by.Account);

    private static string Address(string absent, string act) => $"account/{absent}/stand-ins/{act}";

    private static CommandReply Refused(Enum refusal, string field) => CommandReply.From(refusal.On(field));
}
