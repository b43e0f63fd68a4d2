using System.Security.Cryptography;

namespace Revitalization.Contracts.Releases;

/// <summary>The root of leaves as they come: one hash a level in memory, however many leaves there are.</summary>
public sealed class MerkleRootBuilder
{
    private readonly List<(byte[] Hash, int Level)> _peaks = [];

    public long Count { get; private set; }

    /// <param name="leafHash">What <see cref="Merkle.Leaf"/> made.</param>
    public void Add(byte[] leafHash)
    {
        var (hash, level) = (leafHash, 0);
        while (_peaks.Count > 0 && _peaks[^1].Level == level)
        {
            hash = Merkle.Node(_peaks[^1].Hash, hash);
            _peaks.RemoveAt(_peaks.Count - 1);
            level++;
        }
        _peaks.Add((hash, level));
        Count++;
    }

    public byte[] Root()
    {
        if (_peaks.Count == 0) return SHA256.HashData([]);
        var root = _peaks[^1].Hash;
        for (var i = _peaks.Count - 2; i >= 0; i--) root = Merkle.Node(_peaks[i].Hash, root);
        return root;
    }
}
