using System.Buffers.Binary;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>Where each line of <c>rows.jsonl</c> begins (eight bytes a row), so that one row is read without the others.</summary>
internal static class RowOffsets
{
    private const int Width = sizeof(long);

    public static string FileIn(string folder) => Path.Combine(folder, "offsets.bin");

    public static void Add(Stream offsets, long at)
    {
        Span<byte> bytes = stackalloc byte[Width];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, at);
        offsets.Write(bytes);
    }

    public static async Task<byte[]?> Line(string folder, string rows, long position, CancellationToken cancellation)
    {
        await using var offsets = File.OpenRead(FileIn(folder));
        var at = new byte[2 * Width];
        offsets.Position = position * Width;
        var read = await offsets.ReadAtLeastAsync(at, at.Length, throwOnEndOfStream: false, cancellation);
        if (read < Width) return null;
        await using var file = File.OpenRead(rows);
        var begin = BinaryPrimitives.ReadInt64LittleEndian(at);
        var end = read == at.Length ? BinaryPrimitives.ReadInt64LittleEndian(at.AsSpan(Width)) : file.Length;
        if (begin < 0 || end - begin is < 1 or > LineReader.LongestLine + 1 || end > file.Length) return null;
        var line = new byte[end - begin - 1]; // Without its end.
        file.Position = begin;
        await file.ReadExactlyAsync(line, cancellation);
        return line;
    }
}
