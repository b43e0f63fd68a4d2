using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Hosting.Access;

/// <summary>Tokens whose signature was checked, by digest, until they expire; at most so many.</summary>
internal sealed class VerifiedTokens(TimeProvider clock)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, (ClaimsPrincipal User, DateTimeOffset Until)> _byDigest = new(StringComparer.Ordinal);

    public static string Digest(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public ClaimsPrincipal? Find(string digest) =>
        _byDigest.TryGetValue(digest, out var verified) && verified.Until > clock.GetUtcNow() ? verified.User : null;

    public void Remember(string digest, ClaimsPrincipal user, DateTimeOffset until)
    {
        if (_byDigest.Count >= Most) Forget();
        _byDigest[digest] = (user, until);
    }

    // Rarely needed: tokens live five minutes. Expired ones first; if that does not help, all: they are verified again.
    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var (digest, verified) in _byDigest)
        {
            if (verified.Until <= now) _byDigest.TryRemove(digest, out _);
        }
        if (_byDigest.Count >= Most) _byDigest.Clear();
    }
}
