namespace Revitalization.Contracts.Releases;

/// <summary>A release that must not be served (数据发布校验失败): the message says which check failed.</summary>
public sealed class ReleaseRejectedException(string message) : Exception(message);

/// <summary>What a portal checks before it believes a manifest. The rows are checked while they stream.</summary>
public static class ReleaseVerification
{
    /// <param name="keys">Each release must be signed by the key whose turn it was.</param>
    /// <param name="earlier">Leaf hashes of the releases before it, in order: its log must extend exactly these.</param>
    /// <exception cref="ReleaseRejectedException">A signature, the order or the log does not hold.</exception>
    public static void Check(SignedRelease release, string channel, KeyChain keys, IReadOnlyList<byte[]> earlier, string? previousRoot)
    {
        var manifest = release.Manifest;
        var key = keys.At(manifest.Number);
        Require(key.Verifies(ManifestJson.Write(manifest), release.Signature), "the manifest's signature is not that of the pinned key or of one it vouches for");
        Require(key.Verifies(ManifestJson.Write(release.Head), release.HeadSignature), "the log head's signature is not that of the pinned key or of one it vouches for");
        Require(manifest.Channel == channel && release.Head.Channel == channel, "it belongs to another channel");
        Require(manifest.Number == earlier.Count + 1, $"number {earlier.Count + 1} is due, it is {manifest.Number}");
        Require(manifest.PreviousRoot == previousRoot, "it does not follow the release before it");
        Require(manifest.Corrects is null || (manifest.Corrects > 0 && manifest.Corrects < manifest.Number), "it corrects no earlier release");
        Require(release.Head.Size == manifest.Number, "the log's size is not its number");
        Require(release.Head.Root == LogRoot(earlier, manifest), "the log is not the one known so far with it appended");
    }

    public static byte[] LeafOf(ReleaseManifest manifest) => Merkle.Leaf(ManifestJson.Write(manifest));

    public static string LogRoot(IEnumerable<byte[]> earlier, ReleaseManifest manifest) =>
        Convert.ToHexStringLower(Merkle.Root([.. earlier, LeafOf(manifest)]));

    public static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new ReleaseRejectedException(otherwise);
    }
}
