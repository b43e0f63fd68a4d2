using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Revitalization.Silo.Files;

namespace Revitalization.Silo.Imports.Files;

/// <summary>
/// The rows that come back, as CSV text in encrypted pieces, one a batch of rows. Written before the checkpoint that names its
/// length; what stands after that length belongs to rows that are read again and is cut off.
/// </summary>
internal sealed class ErrorFile : IDisposable
{
    private const int HeadBytes = 4 + 12;

    private readonly FileStream _file;
    private readonly AesGcm _aes;

    public ErrorFile(string path, byte[] key, long length)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        _file.SetLength(Math.Min(length, _file.Length));
        _file.Position = _file.Length;
        _aes = new AesGcm(DeriveKey(key), SealedChunks.TagBytes);
    }

    public long Length => _file.Length;

    public void Append(string text)
    {
        if (text.Length == 0) return;
        var plain = Encoding.UTF8.GetBytes(text);
        var piece = new byte[HeadBytes + plain.Length + SealedChunks.TagBytes];
        BinaryPrimitives.WriteInt32BigEndian(piece, plain.Length + SealedChunks.TagBytes);
        // A piece may be written a second time after a stop, so its nonce is random and not its place.
        Privacy.RandomKeys.Bytes(12).CopyTo(piece, 4);
        _aes.Encrypt(piece.AsSpan(4, 12), plain, piece.AsSpan(HeadBytes, plain.Length), piece.AsSpan(HeadBytes + plain.Length));
        _file.Write(piece);
    }

    public void Flush() => _file.Flush(flushToDisk: true);

    /// <summary>The text piece by piece, up to a length named by a checkpoint.</summary>
    public static IEnumerable<string> Read(string path, byte[] key, long length)
    {
        if (!File.Exists(path)) yield break;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var aes = new AesGcm(DeriveKey(key), SealedChunks.TagBytes);
        while (file.Position < length) yield return ReadPiece(file, aes);
    }

    private static string ReadPiece(FileStream file, AesGcm aes)
    {
        var head = new byte[HeadBytes];
        file.ReadExactly(head);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length < SealedChunks.TagBytes || length > file.Length - file.Position) throw new InvalidDataException("An error file is damaged.");
        var packed = new byte[length];
        file.ReadExactly(packed);
        var plain = new byte[packed.Length - SealedChunks.TagBytes];
        aes.Decrypt(head.AsSpan(4), packed.AsSpan(0, plain.Length), packed.AsSpan(plain.Length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    // The upload numbers its nonces, the error file draws them: two keys, so that the two never meet.
    private static byte[] DeriveKey(byte[] key) => HMACSHA256.HashData(key, "revitalization/import-errors/1"u8);

    public void Dispose()
    {
        _aes.Dispose();
        _file.Dispose();
    }
}
