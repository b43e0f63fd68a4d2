using System.Security.Cryptography;

namespace Revitalization.Silo.Files;

/// <summary>Writes an upload encrypted as it arrives: no plain byte of it touches the disk.</summary>
internal static class SealedUpload
{
    /// <summary>Bytes received; null when there were more than the limit.</summary>
    public static async Task<long?> Write(Stream from, string path, byte[] key, long limit, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 17, useAsync: true);
        using var aes = new AesGcm(key, SealedChunks.TagBytes);
        var (plain, next, packed) = (new byte[SealedChunks.PlainBytes], new byte[SealedChunks.PlainBytes], new byte[SealedChunks.SealedBytes]);
        long total = 0;
        var length = await Fill(from, plain, cancellation);
        for (long number = 0; ; number++)
        {
            total += length;
            if (total > limit) return null;
            // Whether this chunk is the last is known once the next one has been asked for.
            var following = length == plain.Length ? await Fill(from, next, cancellation) : 0;
            SealedChunks.Seal(aes, number, last: following == 0, plain.AsSpan(0, length), packed);
            await file.WriteAsync(packed.AsMemory(0, length + SealedChunks.TagBytes), cancellation);
            if (following == 0) break;
            (plain, next, length) = (next, plain, following);
        }
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
        return total;
    }

    private static Task<int> Fill(Stream from, byte[] buffer, CancellationToken cancellation) =>
        from.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation).AsTask();
}
