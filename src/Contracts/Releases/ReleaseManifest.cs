namespace Revitalization.Contracts.Releases;

/// <summary>
/// What one release (数据发布) is: immutable, numbered from 1 without gaps in its channel. Its canonical JSON is a leaf of
/// the channel's RFC 6962 log.
/// </summary>
/// <param name="Channel">public or province.</param>
/// <param name="AsOf">The calendar day in China whose facts it states.</param>
/// <param name="PublishedAt">When the second person approved it (+08:00).</param>
/// <param name="LogPosition">The event log's position that the roll-ups were frozen at.</param>
/// <param name="RowCounts">Rows of each set.</param>
/// <param name="RowsRoot">RFC 6962 root over the lines of rows.jsonl, lower-case hex.</param>
/// <param name="PreviousRoot">The <paramref name="RowsRoot"/> of the release before; null for the first.</param>
/// <param name="Corrects">The release that this one corrects (更正), or null.</param>
/// <param name="Note">Why it was made, for readers; null for an ordinary one.</param>
public sealed record ReleaseManifest(
    string Channel, int Number, DateOnly AsOf, DateTimeOffset PublishedAt, long LogPosition,
    IReadOnlyDictionary<string, long> RowCounts, string RowsRoot, string? PreviousRoot, int? Corrects, string? Note)
{
    public long Rows => RowCounts.Values.Sum();
}

/// <summary>An ES256 signature (IEEE P1363 form, base64url) over canonical JSON.</summary>
/// <param name="KeyId">The RFC 7638 thumbprint of the key.</param>
public sealed record ReleaseSignature(string KeyId, string Value);

/// <summary>The head of a channel's log of manifests (树头): so many leaves, and their RFC 6962 root.</summary>
public sealed record TreeHead(string Channel, long Size, string Root);

/// <summary>What <c>manifest.json</c> holds: the manifest, the log's head with it as the last leaf, and a signature over each.</summary>
public sealed record SignedRelease(
    ReleaseManifest Manifest, ReleaseSignature Signature, TreeHead Head, ReleaseSignature HeadSignature);
