using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Gateway.Sessions;

/// <summary>
/// Seals the Silo's session secret into a cookie: whoever copies the cookie from a disk holds nothing that the Silo's API takes.
/// AES-256-GCM, a random nonce each time.
/// </summary>
internal sealed class SessionSeal(GatewayOptions options) : IDisposable
{
    private const int NonceBytes = 12, TagBytes = 16, LongestSecret = 512;

    private readonly Lock _turn = new(); // The cipher object takes one thread at a time; requests come on many.
    private readonly AesGcm _aes = new(options.SessionKey.Span, TagBytes);

    public string Seal(string secret)
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var sealedBytes = new byte[NonceBytes + plain.Length + TagBytes];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        lock (_turn) _aes.Encrypt(sealedBytes.AsSpan(0, NonceBytes), plain, sealedBytes.AsSpan(NonceBytes, plain.Length), sealedBytes.AsSpan(NonceBytes + plain.Length));
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>Null when it is not of our sealing.</summary>
    public string? Open(string cookie)
    {
        if (cookie.Length > LongestSecret * 2 || !Base64Url.IsValid(cookie)) return null;
        var bytes = Base64Url.DecodeFromChars(cookie);
        if (bytes.Length <= NonceBytes + TagBytes) return null;
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            lock (_turn) _aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, plain.Length), bytes.AsSpan(NonceBytes + plain.Length), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose() => _aes.Dispose();
}
