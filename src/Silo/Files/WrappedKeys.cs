using System.Security.Cryptography;
using System.Text;
using Revitalization.Silo.Privacy;
using Revitalization.Storage;

namespace Revitalization.Silo.Files;

/// <summary>
/// Keys of encrypted files in a folder that backups leave out, each wrapped by the deployment's master key under its own name.
/// Deleting a key deletes what it sealed wherever a copy may be.
/// </summary>
/// <param name="label">What the keys are for; it is bound in, so never change one.</param>
internal sealed class WrappedKeys(string folder, ReadOnlyMemory<byte> masterKey, byte[] label)
{
    private const int NonceBytes = 12;

    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>A new key, in place of an earlier one.</summary>
    public byte[] Make(string name)
    {
        var key = RandomKeys.Bytes(SealedChunks.KeyBytes);
        DiskSync.CreateFolder(folder);
        PrivateFile.Write(PathOf(name), Wrap(name, key));
        return key;
    }

    /// <summary>The key there is, or a new one; two callers at once agree on one.</summary>
    public byte[] FindOrMake(string name)
    {
        DiskSync.CreateFolder(folder);
        return Unwrap(name, PrivateFile.ReadOrWrite(PathOf(name), () => Wrap(name, RandomKeys.Bytes(SealedChunks.KeyBytes))));
    }

    public byte[] Find(string name) => Unwrap(name, File.ReadAllBytes(PathOf(name)));

    public void Delete(string name) => File.Delete(PathOf(name));

    private string PathOf(string name) => Path.Combine(folder, name);

    private byte[] Unwrap(string name, ReadOnlySpan<byte> stored)
    {
        var key = new byte[SealedChunks.KeyBytes];
        using var aes = Wrapper();
        aes.Decrypt(
            stored[..NonceBytes], stored.Slice(NonceBytes, key.Length), stored[(NonceBytes + key.Length)..], key, Encoding.UTF8.GetBytes(name));
        return key;
    }

    private byte[] Wrap(string name, byte[] key)
    {
        var nonce = RandomKeys.Bytes(NonceBytes);
        var wrapped = new byte[SealedChunks.KeyBytes + SealedChunks.TagBytes];
        using var aes = Wrapper();
        aes.Encrypt(nonce, key, wrapped.AsSpan(0, key.Length), wrapped.AsSpan(key.Length), Encoding.UTF8.GetBytes(name));
        return [.. nonce, .. wrapped];
    }

    private AesGcm Wrapper() => new(HMACSHA256.HashData(masterKey.Span, label), SealedChunks.TagBytes);
}
