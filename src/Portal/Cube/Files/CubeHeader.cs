using System.Buffers.Binary;
using System.Numerics;

namespace Revitalization.Portal.Cube.Files;

/// <summary>
/// What the file's first bytes say, and so where its columns lie: values, statuses, cells of patterns, then what is small.
/// All numbers are little-endian.
/// </summary>
/// <param name="RowsRoot">Of the release's manifest: a file of another release, or of a redacted one, is not taken.</param>
/// <param name="Schema">A checksum of the columns that the dictionaries hold: another program's file is not taken.</param>
/// <param name="SumsFit">No sum of its values, in whatever order, leaves 64 bits.</param>
/// <param name="Content">Checksum of all bytes after the header.</param>
internal sealed record CubeHeader(
    int Release, string RowsRoot, uint Schema, int Rows, int Regions, int Patterns, int Cells, int Noted, int DictionaryLength, bool SumsFit, uint Content)
{
    public const int Length = 128;

    private const ulong Magic = 0x3130_4542_5543_5652; // "RVCUBE01"

    public const long ValuesAt = Length;
    public long StatusesAt => ValuesAt + ((long)Rows * sizeof(long));
    public long CellsAt => Aligned(StatusesAt + Rows);
    public long RegionStartsAt => Aligned(CellsAt + ((long)Cells * sizeof(uint)));
    public long RegionPatternsAt => RegionStartsAt + ((long)(Regions + 1) * sizeof(int));
    public long PatternStartsAt => RegionPatternsAt + ((long)Regions * sizeof(int));
    public long NotedRowsAt => PatternStartsAt + ((long)(Patterns + 1) * sizeof(int));
    public long NotesAt => NotedRowsAt + ((long)Noted * sizeof(int));
    public long DictionariesAt => NotesAt + ((long)Noted * sizeof(int));
    public long End => DictionariesAt + DictionaryLength;

    public byte[] Write()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Magic);
        int[] numbers = [Release, Rows, Regions, Patterns, Cells, Noted, DictionaryLength, SumsFit ? 1 : 0, unchecked((int)Schema), unchecked((int)Content)];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8 + (i * 4)), numbers[i]);
        Convert.FromHexString(RowsRoot).CopyTo(bytes.AsSpan(64));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Length - 4), Checksum.Of(bytes.AsSpan(0, Length - 4)));
        return bytes;
    }

    /// <summary>Null where the bytes are no header, or not as they were written.</summary>
    public static CubeHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes) != Magic) return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Length - 4)..]) != Checksum.Of(bytes[..(Length - 4)])) return null;
        var numbers = new int[10];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(8 + (i * 4))..]);
        return new CubeHeader(
            numbers[0], Convert.ToHexStringLower(bytes.Slice(64, 32)), unchecked((uint)numbers[8]), numbers[1], numbers[2], numbers[3], numbers[4], numbers[5],
            numbers[6], numbers[7] == 1, unchecked((uint)numbers[9]));
    }

    private static long Aligned(long offset) => (offset + 7) & ~7L;
}

/// <summary>CRC-32C, which the processor computes: a whole file of a hundred megabytes is checked within milliseconds.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes, uint so = uint.MaxValue)
    {
        var (crc, at) = (so, 0);
        for (; at + 8 <= bytes.Length; at += 8) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]));
        for (; at < bytes.Length; at++) crc = BitOperations.Crc32C(crc, bytes[at]);
        return crc;
    }
}
