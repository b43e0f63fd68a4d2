namespace Revitalization.Contracts.Releases;

/// <summary>A channel's log of manifests as its holder knows it: makes the proofs that others check.</summary>
/// <param name="leaves">Leaf hashes of the releases, in order.</param>
/// <param name="heads">The signed head that each release ends.</param>
public sealed class ReleaseLog(IReadOnlyList<byte[]> leaves, IReadOnlyList<SignedHead> heads)
{
    public int Size => leaves.Count;

    public SignedHead? Head => heads.Count > 0 ? heads[^1] : null;

    /// <returns>Null where there is no such release, or no head of that size that holds it.</returns>
    public LogInclusion? Inclusion(int release, int size) => release < 1 || size < release || size > Size
        ? null
        : new(release, Hex(leaves[release - 1]), heads[size - 1], [.. Merkle.InclusionProof(Of(size), release - 1).Select(Hex)]);

    /// <returns>Null where one of the two has no head, or the log would have to shrink.</returns>
    public LogConsistency? Consistency(int from, int to) => from < 1 || to < from || to > Size
        ? null
        : new(heads[from - 1], heads[to - 1], [.. Merkle.ConsistencyProof(Of(to), from).Select(Hex)]);

    private IReadOnlyList<byte[]> Of(int size) => size == Size ? leaves : [.. leaves.Take(size)];

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
