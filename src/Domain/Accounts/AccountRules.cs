using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Accounts;

public static class AccountRules
{
    public const int KeysMax = 10;
    public const int ScopesMax = 50;

    public static Decision<AccountEvent> Decide(Account account, AccountCommand command, DateOnly today) => command switch
    {
        PutAccount put => Put(account, put),
        NameStandIn name => StandInRules.Name(account, name, today),
        WithdrawStandIn withdraw => StandInRules.Withdraw(account, withdraw),
        _ when !account.IsOpened => AccountRefusal.AccountUnknown.On("account"),
        SetPassword set => new PasswordSet(set.Hash),
        IssueApiKey issue => Issue(account, issue, today),
        RevokeApiKey revoke => account.Keys.Any(key => key.Key == revoke.Key) ? new ApiKeyRevoked(revoke.Key) : Decision<AccountEvent>.Nothing,
        StartSession start => account.Disabled ? AccountRefusal.AccountDisabled.On("account") : new SessionStarted(start.Hash, start.ExpiresAt),
        EndSession end => account.Sessions.Any(session => session.Hash == end.Hash) ? new SessionEnded(end.Hash) : Decision<AccountEvent>.Nothing,
        LockAccount locking => new AccountLocked(locking.Until),
        _ => throw new System.Diagnostics.UnreachableException($"No account rule for {command.GetType().Name}."),
    };

    private static Decision<AccountEvent> Put(Account account, PutAccount put)
    {
        if (put.ByItself) return AccountRefusal.OwnAccount.On("account");
        if (!Roles.All.Contains(put.Role)) return AccountRefusal.RoleUnknown.On("role");
        if (put.Scopes.Length > ScopesMax) return AccountRefusal.ScopesTooMany.On("scopes");
        if (put.Scopes.Any(scope => Scope.Parse(scope) is null)) return AccountRefusal.ScopeMalformed.On("scopes");
        var stated = new AccountPut(put.Role, put.Scopes, put.Post, put.Disabled);
        return Says(account, stated) ? Decision<AccountEvent>.Nothing : stated;
    }

    private static bool Says(Account account, AccountPut put) =>
        account.Role == put.Role && account.Scopes.SequenceEqual(put.Scopes) && account.Post == put.Post && account.Disabled == put.Disabled;

    private static Decision<AccountEvent> Issue(Account account, IssueApiKey issue, DateOnly today)
    {
        if (account.Keys.Any(key => key.Key == issue.Key)) return AccountRefusal.ApiKeyExists.On("key");
        if (account.Keys.Length >= KeysMax) return AccountRefusal.ApiKeysTooMany.On("key");
        if (issue.ExpiresOn <= today || issue.ExpiresOn > today.AddYears(2)) return AccountRefusal.ApiKeyTermInvalid.On("expiresOn");
        return new ApiKeyIssued(issue.Key, issue.Hash, issue.Purpose, issue.ExpiresOn);
    }
}
