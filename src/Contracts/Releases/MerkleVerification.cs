using System.Security.Cryptography;

namespace Revitalization.Contracts.Releases;

/// <summary>Checks proofs without the tree (RFC 9162 §2.1.3.2 and §2.1.4.2).</summary>
public static class MerkleVerification
{
    public static bool IsIncluded(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size) return false;
        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in proof)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = Merkle.Node(sibling, hash);
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = Merkle.Node(hash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && Same(hash, root);
    }

    public static bool IsConsistent(
        long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 0 || oldSize > newSize) return false;
        if (oldSize == newSize) return proof.Count == 0 && Same(oldRoot, newRoot);
        if (oldSize == 0) return proof.Count == 0 && Same(oldRoot, SHA256.HashData([]));
        var path = proof.ToList();
        if (IsPowerOfTwo(oldSize)) path.Insert(0, oldRoot);
        return path.Count > 0 && Climb(oldSize, oldRoot, newSize, newRoot, path);
    }

    private static bool Climb(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> path)
    {
        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1) (node, last) = (node >> 1, last >> 1);
        var (oldHash, newHash) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                (oldHash, newHash) = (Merkle.Node(sibling, oldHash), Merkle.Node(sibling, newHash));
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                newHash = Merkle.Node(newHash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && Same(oldHash, oldRoot) && Same(newHash, newRoot);
    }

    private static bool IsPowerOfTwo(long size) => (size & (size - 1)) == 0;

    private static bool Same(byte[] left, byte[] right) => CryptographicOperations.FixedTimeEquals(left, right);
}
