using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Accounts;

/// <summary>
/// Lets accounts in (登录): password or API key → token, and with a password a session that renews it. A wrong account and a wrong
/// secret get one answer, in the same time.
/// </summary>
public sealed class SignInDesk(IGrainFactory grains, AccessTokens tokens, CurrentAssignment assignment, TimeProvider clock)
{
    public static readonly TimeSpan SessionLife = TimeSpan.FromHours(12);

    public Task<(SessionReply? Session, AccountRefusal? Refusal)> SignIn(SessionRequest request, CancellationToken cancellation) => request switch
    {
        { ApiKey: { } key, Account: null, Password: null } => ByKey(key),
        { Account: { } account, Password: { } password, ApiKey: null } => ByPassword(account, password, cancellation),
        _ => Wrong(),
    };

    public async Task<(SessionReply? Session, AccountRefusal? Refusal)> Refresh(string session)
    {
        if (await Find(session, "rs_") is not var (name, account, secret)) return await Wrong();
        var open = account.Sessions.FirstOrDefault(each => PasswordHash.SecretMatches(secret, each.Hash));
        return open is not null && clock.GetUtcNow() < open.ExpiresAt && account.IsUsable
            ? (await Reply(name, account, session), null)
            : await Wrong();
    }

    /// <summary>Ending a session that is none changes nothing.</summary>
    public async Task SignOut(string session)
    {
        if (await Find(session, "rs_") is not var (name, _, secret)) return;
        var hash = PasswordHash.OfSecret(secret);
        await grains.GetGrain<IAccountGrain>(name).Handle(new EndSession(hash), new($"account/{name}/ended/{hash}", "ended", name));
    }

    private async Task<(SessionReply? Session, AccountRefusal? Refusal)> ByPassword(string name, string password, CancellationToken cancellation)
    {
        var account = AccountNames.IsName(name) ? await grains.GetGrain<IAccountGrain>(name).Read() : Account.Empty;
        if (account.LockedAt(clock.GetUtcNow())) return (null, AccountRefusal.AccountLocked);
        if (!await PasswordHash.Verify(password, account.PasswordHash, cancellation))
        {
            if (account.PasswordHash is not null) await grains.GetGrain<IAccountGrain>(name).PasswordFailed();
            return await Wrong();
        }
        if (account.Disabled) return (null, AccountRefusal.AccountDisabled);
        return (await Reply(name, account, await Start(name)), null);
    }

    private async Task<string> Start(string name)
    {
        var secret = RandomKeys.Secret();
        var hash = PasswordHash.OfSecret(secret);
        var grain = grains.GetGrain<IAccountGrain>(name);
        await grain.PasswordMatched();
        await grain.Handle(new StartSession(hash, clock.GetUtcNow() + SessionLife), new($"account/{name}/session/{hash}", "session", name));
        return $"rs_{name}_{secret}";
    }

    private async Task<(SessionReply? Session, AccountRefusal? Refusal)> ByKey(string key)
    {
        if (await Find(key, "rk_") is not var (name, account, secret)) return await Wrong();
        var today = clock.ChinaToday();
        var known = account.Keys.Any(each => today <= each.ExpiresOn && PasswordHash.SecretMatches(secret, each.Hash));
        if (!known) return await Wrong();
        return account.Disabled ? (null, AccountRefusal.AccountDisabled) : (await Reply(name, account, session: null), null);
    }

    // Form: rk_{account}_{secret}; an account's name has no underscore, a secret may.
    private async Task<(string Name, Account Account, string Secret)?> Find(string text, string kind)
    {
        if (!text.StartsWith(kind, StringComparison.Ordinal) || text.Length > 200) return null;
        var end = text.IndexOf('_', kind.Length);
        if (end < 0 || !AccountNames.IsName(text[kind.Length..end])) return null;
        var name = text[kind.Length..end];
        return (name, await grains.GetGrain<IAccountGrain>(name).Read(), text[(end + 1)..]);
    }

    // With whom the account stands in for today: pages offer what the token says, the Silo asks anew at each request.
    private async Task<SessionReply> Reply(string name, Account account, string? session)
    {
        var scopes = await assignment.ScopesToday(account);
        var (token, expiresAt) = tokens.Issue(name, account.Role!, scopes);
        return new(token, expiresAt, name, account.Role!, [.. scopes.Select(scope => scope.ToString())], session);
    }

    private static Task<(SessionReply? Session, AccountRefusal? Refusal)> Wrong() =>
        Task.FromResult<(SessionReply?, AccountRefusal?)>((null, AccountRefusal.CredentialsWrong));
}
