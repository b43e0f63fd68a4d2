using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Accounts;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Accounts;

/// <summary>Opens and changes accounts (账号管理) for the security administrator, and for a first start.</summary>
public sealed class AccountDesk(IGrainFactory grains, ContentHash contentHash)
{
    public const int PasswordMin = 12;
    public const int PasswordMax = 128;

    public async Task<AccountView?> Find(string name, TimeProvider clock)
    {
        if (!AccountNames.IsName(name)) return null;
        var account = await grains.GetGrain<IAccountGrain>(name).Read();
        if (!account.IsOpened) return null;
        return new(
            name, account.Role!, account.Scopes, account.Post, account.Disabled, account.LockedAt(clock.GetUtcNow()),
            [.. account.Keys.Select(key => new ApiKeyView(key.Key, key.Purpose, key.ExpiresOn))], account.Version);
    }

    public Task<CommandReply> Put(string name, AccountBody body, Sender by)
    {
        if (!AccountNames.IsName(name)) return Refuse(AccountRefusal.NameMalformed, "account");
        if (body.Post is { } post && post.Trim() is not { Length: > 0 and <= 60 }) return Refuse(AccountRefusal.PostMalformed, "post");
        return Send(name, "account", body, new PutAccount(body.Role, [.. body.Scopes], body.Post, body.Disabled, by.Account == name), by);
    }

    /// <summary>By the account itself with its current password, or by the security administrator for another.</summary>
    public async Task<CommandReply> PutPassword(string name, PasswordBody body, Sender by, CancellationToken cancellation)
    {
        if (!AccountNames.IsName(name)) return await Refuse(AccountRefusal.NameMalformed, "account");
        if (IsWeak(name, body.NewPassword)) return await Refuse(AccountRefusal.PasswordWeak, "newPassword");
        if (by.Account == name && !await KnowsCurrent(name, body.CurrentPassword, cancellation))
            return await Refuse(AccountRefusal.CredentialsWrong, "currentPassword");
        if (by.Account != name && by.Role != Roles.SecurityAdministrator) return await Refuse(AccessRefusal.RoleInsufficient, "account");
        return await Send(name, "password", "", new SetPassword(await PasswordHash.Of(body.NewPassword, cancellation)), by);
    }

    /// <summary>The key is answered once; the log and the grain keep its hash.</summary>
    public async Task<(CommandReply Reply, string? ApiKey)> PutKey(string name, string key, ApiKeyBody body, Sender by)
    {
        if (!AccountNames.IsName(name)) return (await Refuse(AccountRefusal.NameMalformed, "account"), null);
        if (body.Purpose.Trim() is not { Length: > 0 and <= 60 }) return (await Refuse(AccountRefusal.PostMalformed, "purpose"), null);
        var secret = RandomKeys.Secret();
        var issue = new IssueApiKey(key, PasswordHash.OfSecret(secret), body.Purpose, body.ExpiresOn);
        var reply = await Send(name, $"keys/{key}/{secret[..8]}", body, issue, by);
        return (reply, reply.Refusal is null && !reply.Repeated ? $"rk_{name}_{secret}" : null);
    }

    public Task<CommandReply> RevokeKey(string name, string key, Sender by) =>
        AccountNames.IsName(name)
            ? Send(name, $"keys/{key}/revoked", key, new RevokeApiKey(key), by)
            : Refuse(AccountRefusal.NameMalformed, "account");

    /// <summary>For a first start: opens the account unless it is there. True when it was opened, with this password and key.</summary>
    public async Task<string?> CreateIfMissing(
        string name, string role, IReadOnlyList<Scope> scopes, string password, DateOnly keyExpiresOn, CancellationToken cancellation = default)
    {
        var grain = grains.GetGrain<IAccountGrain>(name);
        if ((await grain.Read()).PasswordHash is not null) return null;
        var by = new Sender("silo", Roles.SecurityAdministrator, [], "");
        Require(await Put(name, new AccountBody(role, [.. scopes.Select(scope => scope.ToString())]), by));
        var (reply, key) = await PutKey(name, $"first-{RandomKeys.Secret()[..6].ToUpperInvariant()}", new ApiKeyBody("first start", keyExpiresOn), by);
        Require(reply);
        Require(await PutPassword(name, new PasswordBody(password), by, cancellation));
        return key;
    }

    private async Task<bool> KnowsCurrent(string name, string? current, CancellationToken cancellation) =>
        current is not null && await PasswordHash.Verify(current, (await grains.GetGrain<IAccountGrain>(name).Read()).PasswordHash, cancellation);

    private static bool IsWeak(string name, string password) =>
        password.Length is < PasswordMin or > PasswordMax || password.Contains(name, StringComparison.OrdinalIgnoreCase)
        || password.Distinct().Count() < 5;

    private Task<CommandReply> Send<TBody>(string name, string act, TBody body, AccountCommand command, Sender by) =>
        grains.GetGrain<IAccountGrain>(name).Handle(command, by.Context($"account/{name}/{act}", contentHash.Of($"account/{name}/{act}", body)));

    private static Task<CommandReply> Refuse(Enum refusal, string field) => Task.FromResult(CommandReply.From(refusal.On(field)));

    private static void Require(CommandReply reply)
    {
        if (reply.Refusal is { } refusal) throw new InvalidOperationException($"A first account was refused: {refusal.Code}.");
    }
}
