using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Revitalization.Silo.Privacy;

/// <summary>
/// Seals one person's fields with the person's key. The nonce is a keyed hash of field and plaintext: equal plaintext gives
/// equal ciphertext, so "nothing changed" is a comparison, and a nonce never meets two plaintexts.
/// See docs/decisions/sealed-fields.md.
/// </summary>
public sealed class PersonSealer : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] SealLabel = "revitalization/seal/1"u8.ToArray();
    private static readonly byte[] NonceLabel = "revitalization/nonce/1"u8.ToArray();

    private readonly AesGcm _aes;
    private readonly Lazy<byte[]> _nonceKey; // Who only opens needs none.

    public PersonSealer(ReadOnlyMemory<byte> personKey)
    {
        _aes = new AesGcm(HMACSHA256.HashData(personKey.Span, SealLabel), TagBytes);
        _nonceKey = new(() => HMACSHA256.HashData(personKey.Span, NonceLabel), isThreadSafe: false);
    }

    /// <summary><c>base64url(nonce‖ciphertext‖tag)</c>; the field's name is bound in, so a sealed name cannot stand in for a phone.</summary>
    public string Seal(string field, string plain)
    {
        var name = Encoding.UTF8.GetBytes(field);
        var text = Encoding.UTF8.GetBytes(plain);
        var sealedBytes = new byte[NonceBytes + text.Length + TagBytes];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        byte[] bound = [.. name, 0, .. text];
        HMACSHA256.HashData(_nonceKey.Value, bound).AsSpan(0, NonceBytes).CopyTo(nonce);
        _aes.Encrypt(nonce, text, sealedBytes.AsSpan(NonceBytes, text.Length), sealedBytes.AsSpan(NonceBytes + text.Length), name);
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>The plaintext; throws <see cref="CryptographicException"/> when the text was sealed with another key, for another field, or changed.</summary>
    public string Open(string field, string sealedText)
    {
        var sealedBytes = Decode(sealedText);
        var length = sealedBytes.Length - NonceBytes - TagBytes;
        if (length < 0) throw new CryptographicException("A sealed text is too short.");
        var text = new byte[length];
        _aes.Decrypt(
            sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes, length), sealedBytes.AsSpan(NonceBytes + length),
            text, Encoding.UTF8.GetBytes(field));
        return Encoding.UTF8.GetString(text);
    }

    public void Dispose() => _aes.Dispose();

    private static byte[] Decode(string sealedText)
    {
        try
        {
            return Base64Url.DecodeFromChars(sealedText);
        }
        catch (FormatException malformed)
        {
            throw new CryptographicException("A sealed text is not base64url.", malformed);
        }
    }
}
