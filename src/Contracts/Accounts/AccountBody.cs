namespace Revitalization.Contracts.Accounts;

/// <summary>An account (账号). <c>PUT /api/accounts/{account}</c> by the security administrator; changes by <c>If-Match</c>.</summary>
/// <param name="Role">One of <see cref="Identity.Roles"/>.</param>
/// <param name="Scopes">Regions (<c>region:510823</c>) or partnerships (<c>partnership:…</c>).</param>
/// <param name="Post">岗位, such as 剑阁县乡村振兴局: an office, never a person's name.</param>
/// <param name="Disabled">停用: ends its sessions at once; its tokens end within five minutes.</param>
public sealed record AccountBody(string Role, IReadOnlyList<string> Scopes, string? Post = null, bool Disabled = false);

/// <summary>A new password, 12–128 characters. <c>PUT /api/accounts/{account}/password</c>; by the account itself with its current one, or by the security administrator.</summary>
public sealed record PasswordBody(string NewPassword, string? CurrentPassword = null);

/// <summary>A new API key. <c>PUT /api/accounts/{account}/keys/{key}</c> answers it once; only its hash is kept.</summary>
/// <param name="ExpiresOn">Not after two years from today.</param>
public sealed record ApiKeyBody(string Purpose, DateOnly ExpiresOn);

/// <param name="ApiKey">Form <c>rk_{account}_{secret}</c>; shown this once.</param>
public sealed record ApiKeyReply(string Key, string ApiKey, DateOnly ExpiresOn);

/// <summary>An account as its administrator sees it.</summary>
public sealed record AccountView(
    string Account, string Role, IReadOnlyList<string> Scopes, string? Post, bool Disabled, bool Locked,
    IReadOnlyList<ApiKeyView> Keys, long Version);

public sealed record ApiKeyView(string Key, string Purpose, DateOnly ExpiresOn);
