using System.Collections.Concurrent;
using Revitalization.Contracts.Identity;

namespace Revitalization.Gateway.Sessions;

/// <summary>
/// Tokens obtained for sessions and API keys, renewed a minute before they end. Many requests of one page ask once.
/// When the Silo does not answer, the old token serves as long as it holds.
/// </summary>
internal sealed class TokenCache(SiloSessions silo, TimeProvider clock)
{
    private const int Most = 10_000;

    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(1), LeastLeft = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, SessionReply> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<SignInResult>>> _underWay = new(StringComparer.Ordinal);

    public async ValueTask<SignInResult> Get(Credential credential, CancellationToken cancellation)
    {
        if (Fresh(credential) is { } fresh) return new(SignInOutcome.Granted, fresh);

        var known = _tokens.GetValueOrDefault(credential.Digest);
        var result = await Renew(credential).WaitAsync(cancellation);
        return result.Outcome == SignInOutcome.Unavailable && known is not null && Left(known) > LeastLeft
            ? new(SignInOutcome.Granted, known)
            : result;
    }

    public void Forget(Credential credential) => _tokens.TryRemove(credential.Digest, out _);

    // Not with the caller's cancellation: others may be waiting for the same answer.
    private Task<SignInResult> Renew(Credential credential) =>
        _underWay.GetOrAdd(credential.Digest, _ => new Lazy<Task<SignInResult>>(() => Ask(credential))).Value;

    private async Task<SignInResult> Ask(Credential credential)
    {
        try
        {
            // Another flight may have landed between the caller's look and this one's start.
            if (Fresh(credential) is { } fresh) return new(SignInOutcome.Granted, fresh);
            var result = await silo.Exchange(credential, CancellationToken.None);
            if (result.Outcome == SignInOutcome.Refused || IsAnothersKey(credential, result.Reply)) return Refuse(credential);
            if (result.Reply is { } reply) Remember(credential, reply);
            return result;
        }
        finally
        {
            _underWay.TryRemove(credential.Digest, out _);
        }
    }

    private SessionReply? Fresh(Credential credential) =>
        _tokens.TryGetValue(credential.Digest, out var token) && Left(token) > RenewBefore ? token : null;

    private static bool IsAnothersKey(Credential credential, SessionReply? reply) =>
        reply is not null && credential.Account is { Length: > 0 } stated && stated != reply.Account;

    private SignInResult Refuse(Credential credential)
    {
        Forget(credential);
        return new(SignInOutcome.Refused, null);
    }

    private void Remember(Credential credential, SessionReply reply)
    {
        if (_tokens.Count >= Most) ForgetEnded();
        _tokens[credential.Digest] = reply;
    }

    private void ForgetEnded()
    {
        foreach (var (digest, token) in _tokens)
        {
            if (Left(token) <= TimeSpan.Zero) _tokens.TryRemove(digest, out _);
        }
        if (_tokens.Count >= Most) _tokens.Clear();
    }

    private TimeSpan Left(SessionReply token) => token.ExpiresAt - clock.GetUtcNow();
}
