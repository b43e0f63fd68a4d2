using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Accounts;

/// <summary>
/// PBKDF2-SHA256 with a salt of its own; the count of rounds stands in the hash, so it can grow with the machines.
/// Form: <c>pbkdf2-sha256$rounds$salt$hash</c>.
/// </summary>
public static class PasswordHash
{
    public const int Rounds = 600_000;

    // A guess must cost the guesser, not the register: at most so many run at once.
    private static readonly SemaphoreSlim s_running = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Verifying against it takes as long as against a real one, so that time does not tell which accounts exist.</summary>
    private static readonly string s_nobody = Format(Rounds, new byte[16], new byte[32]);

    public static Task<string> Of(string password, CancellationToken cancellation) => Slowly(
        () =>
        {
            var salt = RandomKeys.Bytes(16);
            return Format(Rounds, salt, Derive(password, salt, Rounds));
        },
        cancellation);

    public static Task<bool> Verify(string password, string? stored, CancellationToken cancellation) => Slowly(
        () =>
        {
            var parts = (stored ?? s_nobody).Split('$');
            var derived = Derive(password, Convert.FromBase64String(parts[2]), int.Parse(parts[1], CultureInfo.InvariantCulture));
            return CryptographicOperations.FixedTimeEquals(derived, Convert.FromBase64String(parts[3])) && stored is not null;
        },
        cancellation);

    /// <summary>Of an API key or session, whose 256 random bits need no slowing down.</summary>
    public static string OfSecret(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool SecretMatches(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(OfSecret(secret)), Encoding.ASCII.GetBytes(hash));

    private static async Task<T> Slowly<T>(Func<T> work, CancellationToken cancellation)
    {
        await s_running.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            s_running.Release();
        }
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password.Normalize(NormalizationForm.FormKC), salt, rounds, HashAlgorithmName.SHA256, 32);

    private static string Format(int rounds, byte[] salt, byte[] hash) => string.Create(
        CultureInfo.InvariantCulture, $"pbkdf2-sha256${rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
}
