namespace Revitalization.Contracts.Releases;

/// <summary>A head of the log with its signature (签名树头). Every size has one: a release's own manifest carries the head that it ends.</summary>
public sealed record SignedHead(TreeHead Head, ReleaseSignature Signature)
{
    public static SignedHead Of(SignedRelease release) => new(release.Head, release.HeadSignature);
}

/// <summary>That a release's manifest is leaf <paramref name="Release"/> − 1 of the log at <paramref name="Head"/> (RFC 9162 §2.1.3).</summary>
/// <param name="LeafHash">H(0x00 ‖ canonical manifest), lower-case hex.</param>
/// <param name="Path">Hashes from the leaf to the root, lowest first.</param>
public sealed record LogInclusion(int Release, string LeafHash, SignedHead Head, IReadOnlyList<string> Path);

/// <summary>That the log at <paramref name="To"/> only appended to what it was at <paramref name="From"/> (RFC 9162 §2.1.4).</summary>
public sealed record LogConsistency(SignedHead From, SignedHead To, IReadOnlyList<string> Path);

/// <summary>Checks proofs of the log. Whether a head is the publisher's, <see cref="KeyChain"/> says; these say what follows if it is.</summary>
public static class LogVerification
{
    public static bool Holds(LogInclusion proof, ReleaseManifest manifest) =>
        proof.Release == manifest.Number && proof.Head.Head.Channel == manifest.Channel
        && proof.LeafHash == Convert.ToHexStringLower(ReleaseVerification.LeafOf(manifest)) && Holds(proof);

    public static bool Holds(LogInclusion proof) =>
        Hashes([proof.LeafHash, proof.Head.Head.Root, .. proof.Path]) is [var leaf, var root, .. var path]
        && MerkleVerification.IsIncluded(leaf, proof.Release - 1, proof.Head.Head.Size, path, root);

    public static bool Holds(LogConsistency proof)
    {
        var (from, to) = (proof.From.Head, proof.To.Head);
        return from.Channel == to.Channel && Hashes([from.Root, to.Root, .. proof.Path]) is [var oldRoot, var newRoot, .. var path]
            && MerkleVerification.IsConsistent(from.Size, oldRoot, to.Size, newRoot, path);
    }

    /// <summary>Null when one of them is no SHA-256 in lower-case hex: one hash has one form.</summary>
    private static byte[][]? Hashes(IReadOnlyList<string> hashes) =>
        hashes.All(hash => hash.Length == 2 * Merkle.HashLength && hash.All(char.IsAsciiHexDigitLower)) ? [.. hashes.Select(Convert.FromHexString)] : null;
}
