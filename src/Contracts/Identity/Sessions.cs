namespace Revitalization.Contracts.Identity;

/// <summary>Signing in: <c>POST /api/sessions</c> with account and password, or with an API key.</summary>
public sealed record SessionRequest(string? Account = null, string? Password = null, string? ApiKey = null);

/// <summary><c>POST /api/sessions/refresh</c> and <c>DELETE /api/sessions</c> (body) name the session to renew or end.</summary>
public sealed record SessionSecret(string Session);

/// <param name="Token">ES256, five minutes; <c>Authorization: Bearer</c>.</param>
/// <param name="Scopes">As <see cref="Scope.ToString"/> writes them.</param>
/// <param name="Session">Opaque, twelve hours; null when signed in by API key, which is its own session.</param>
public sealed record SessionReply(
    string Token, DateTimeOffset ExpiresAt, string Account, string Role, IReadOnlyList<string> Scopes, string? Session);
