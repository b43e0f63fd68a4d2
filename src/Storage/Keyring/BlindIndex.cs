using System.Buffers.Binary;

namespace Revitalization.Storage.Keyring;

/// <summary>A keyed hash of a national id (证件号盲索引), compared by content.</summary>
internal readonly struct BlindIndex(ReadOnlyMemory<byte> bytes) : IEquatable<BlindIndex>
{
    private const int MinLength = 16;
    private const int MaxLength = 64;

    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public static void Check(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length is < MinLength or > MaxLength)
            throw new ArgumentException($"A blind index has {MinLength} to {MaxLength} bytes.", nameof(bytes));
    }

    public bool Equals(BlindIndex other) => Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override bool Equals(object? obj) => obj is BlindIndex other && Equals(other);

    // The bytes are a hash already.
    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(Bytes.Span);
}
