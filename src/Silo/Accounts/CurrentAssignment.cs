using System.Security.Claims;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Calendar;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Accounts;

/// <summary>
/// The caller as his account stands now, not as his token said up to five minutes ago: a replaced cadre loses a household's
/// data at once. A caller of another issuer has no account here; his token stands.
/// </summary>
public sealed class CurrentAssignment(IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Null when the account was disabled or its role taken away.</summary>
    public async ValueTask<Sender?> Of(ClaimsPrincipal user)
    {
        var name = user.Account();
        var account = AccountNames.IsName(name) ? await grains.GetGrain<IAccountGrain>(name).Read() : Account.Empty;
        if (!account.IsOpened) return new(name, user.Role(), user.Scopes(), "");
        if (account.Disabled || account.Role != user.Role()) return null;
        var absent = await AbsentToday(account);
        return new(name, account.Role!, Scopes(account, absent), "") { StandsInFor = [.. absent.Select(each => each.Name)] };
    }

    /// <summary>The account's own scopes, and today those of whom it stands in for.</summary>
    public async ValueTask<IReadOnlyList<Scope>> ScopesToday(Account account) => Scopes(account, await AbsentToday(account));

    // What the absent one has lost meanwhile, his stand-in has lost with him; and nobody stands in for a stand-in's stand-in.
    private async ValueTask<List<(string Name, Account Account)>> AbsentToday(Account account)
    {
        var found = new List<(string Name, Account Account)>();
        var today = clock.ChinaToday();
        foreach (var standIn in account.StandIns.Where(each => each.HoldsOn(today)))
        {
            var absent = await grains.GetGrain<IAccountGrain>(standIn.Absent).Read();
            if (absent.IsUsable && absent.Role == account.Role) found.Add((standIn.Absent, absent));
        }
        return found;
    }

    private static Scope[] Scopes(Account account, List<(string Name, Account Account)> absent) =>
        [.. account.Scopes.Concat(absent.SelectMany(each => each.Account.Scopes)).Distinct(StringComparer.Ordinal).Select(Scope.Parse).OfType<Scope>()];
}
