using System.Security.Cryptography;

namespace Revitalization.Storage.Keyring;

/// <summary>
/// Wraps a person's key with the deployment's master key (AES-256-GCM, authenticated with the person, so that one
/// person's wrapped key cannot be put in another's place). Form: nonce ‖ ciphertext ‖ tag.
/// </summary>
internal sealed class KeyWrap : IDisposable
{
    public const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly Lock _turn = new(); // The cipher object takes one thread at a time.
    private readonly AesGcm _master;

    public KeyWrap(ReadOnlyMemory<byte> masterKey)
    {
        if (masterKey.Length != KeyLength) throw new ArgumentException("The master key has 32 bytes.", nameof(masterKey));
        _master = new AesGcm(masterKey.Span, TagLength);
    }

    /// <summary>A new person with a fresh key: the one place where persons and their keys are drawn.</summary>
    public (PersonKey Person, byte[] Wrapped) Create()
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var person = new PersonKey(RandomPerson(), key);
        return (person, Wrap(person.Person, key));
    }

    public PersonKey Unwrap(Guid person, ReadOnlySpan<byte> wrapped)
    {
        var key = new byte[KeyLength];
        lock (_turn) _master.Decrypt(wrapped[..NonceLength], wrapped[NonceLength..^TagLength], wrapped[^TagLength..], key, person.ToByteArray());
        return new PersonKey(person, key);
    }

    public void Dispose() => _master.Dispose();

    private byte[] Wrap(Guid person, byte[] key)
    {
        var wrapped = new byte[NonceLength + KeyLength + TagLength];
        var nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        lock (_turn) _master.Encrypt(nonce, key, wrapped.AsSpan(NonceLength, KeyLength), wrapped.AsSpan(NonceLength + KeyLength), person.ToByteArray());
        return wrapped;
    }

    // Version 4 by hand: the library's own maker of ids is banned, since elsewhere ids come from their sender.
    private static Guid RandomPerson()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
