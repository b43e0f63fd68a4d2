using System.Numerics;
using System.Security.Cryptography;

namespace Revitalization.Contracts.Releases;

/// <summary>
/// RFC 6962 §2.1 hashing over SHA-256: a leaf is H(0x00 ‖ data), a node H(0x01 ‖ left ‖ right), a tree splits at the
/// largest power of two below its size, and the empty tree is H().
/// </summary>
public static class Merkle
{
    public const int HashLength = 32;

    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        Span<byte> first = [0x00];
        return Hash(first, data, default);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> first = [0x01];
        return Hash(first, left, right);
    }

    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        var builder = new MerkleRootBuilder();
        foreach (var leaf in leaves) builder.Add(leaf);
        return builder.Root();
    }

    /// <summary>PATH(m, D[n]): the hashes that lead from leaf <paramref name="index"/> to the root, lowest first.</summary>
    public static IReadOnlyList<byte[]> InclusionProof(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        int from = 0, to = leaves.Count;
        while (to - from > 1)
        {
            var split = from + Split(to - from);
            path.Add(index < split ? Range(leaves, split, to) : Range(leaves, from, split));
            if (index < split) to = split;
            else from = split;
        }
        path.Reverse();
        return path;
    }

    /// <summary>PROOF(m, D[n]): that the tree of the first <paramref name="size"/> leaves is a prefix of this one.</summary>
    public static IReadOnlyList<byte[]> ConsistencyProof(IReadOnlyList<byte[]> leaves, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, leaves.Count);
        var path = new List<byte[]>();
        if (size == 0 || size == leaves.Count) return path;
        int from = 0, to = leaves.Count;
        var whole = true; // The old tree is still the whole of the subtree in hand.
        while (size != to - from)
        {
            var split = Split(to - from);
            if (size <= split)
            {
                path.Add(Range(leaves, from + split, to));
                to = from + split;
            }
            else
            {
                path.Add(Range(leaves, from, from + split));
                from += split;
                size -= split;
                whole = false;
            }
        }
        if (!whole) path.Add(Range(leaves, from, to));
        path.Reverse();
        return path;
    }

    private static byte[] Range(IReadOnlyList<byte[]> leaves, int from, int to)
    {
        var builder = new MerkleRootBuilder();
        for (var i = from; i < to; i++) builder.Add(leaves[i]);
        return builder.Root();
    }

    private static int Split(int count) => 1 << (31 - BitOperations.LeadingZeroCount((uint)(count - 1)));

    private static byte[] Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(first);
        hash.AppendData(second);
        hash.AppendData(third);
        return hash.GetHashAndReset();
    }
}
