using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Revitalization.Silo.Files;

/// <summary>
/// Layout of an encrypted upload: chunks of 64 KiB plain text, each AES-256-GCM with the chunk's number as nonce (a key seals
/// one file only, so none repeats) and as bound data, and the last one marked: pieces cannot be swapped, nor the end cut off.
/// </summary>
internal static class SealedChunks
{
    public const int PlainBytes = 64 * 1024;
    public const int TagBytes = 16;
    public const int SealedBytes = PlainBytes + TagBytes;
    public const int KeyBytes = 32;

    public static void Seal(AesGcm aes, long number, bool last, ReadOnlySpan<byte> plain, Span<byte> sealedChunk)
    {
        Span<byte> nonce = stackalloc byte[12];
        Name(nonce, number, last);
        aes.Encrypt(nonce, plain, sealedChunk[..plain.Length], sealedChunk.Slice(plain.Length, TagBytes));
    }

    /// <exception cref="CryptographicException">The chunk was changed, moved, or is not the last though the file ends.</exception>
    public static void Open(AesGcm aes, long number, bool last, ReadOnlySpan<byte> sealedChunk, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[12];
        Name(nonce, number, last);
        aes.Decrypt(nonce, sealedChunk[..plain.Length], sealedChunk[plain.Length..], plain);
    }

    private static void Name(Span<byte> nonce, long number, bool last)
    {
        BinaryPrimitives.WriteInt64BigEndian(nonce, number);
        nonce[8] = last ? (byte)1 : (byte)0;
        nonce[9..].Clear();
    }
}
