using System.Security.Claims;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Accounts;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Accounts;

/// <summary>
/// The caller as his account stands now, not as his token said up to five minutes ago: a replaced cadre loses a household's
/// data at once. A caller of another issuer has no account here; his token stands.
/// </summary>
public sealed class CurrentAssignment(IGrainFactory grains)
{
    /// <summary>Null when the account was disabled or its role taken away.</summary>
    public async ValueTask<Sender?> Of(ClaimsPrincipal user)
    {
        var name = user.Account();
        var account = AccountNames.IsName(name) ? await grains.GetGrain<IAccountGrain>(name).Read() : Account.Empty;
        if (!account.IsOpened) return new(name, user.Role(), user.Scopes(), "");
        if (account.Disabled || account.Role != user.Role()) return null;
        return new(name, account.Role!, [.. account.Scopes.Select(Scope.Parse).OfType<Scope>()], "");
    }
}
