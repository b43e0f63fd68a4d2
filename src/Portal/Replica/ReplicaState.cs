using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>A release the replica knows.</summary>
/// <param name="Leaf">Its manifest's leaf hash in the channel's log.</param>
/// <param name="Held">Its rows are here, not only its manifest.</param>
public sealed record KnownRelease(SignedRelease Signed, byte[] Leaf, bool Held);

/// <summary>What stands in the replica, as one immutable value that changes when an ingest commits.</summary>
/// <param name="KeyStatements">The channel's changes of key, as they were checked.</param>
/// <param name="Signed">The channel's redactions, all of them carried out here; null before the first.</param>
public sealed record ReplicaState(ImmutableArray<KnownRelease> Known, IReadOnlyList<SignedKeyStatement> KeyStatements, SignedRedactions? Signed)
{
    public ReleaseManifest? Current => Known.LastOrDefault(release => release.Held)?.Signed.Manifest;

    public IReadOnlyList<PublishedRedaction> Redactions => Signed?.List.Redactions ?? [];

    public ReleaseLog Log => new([.. Known.Select(release => release.Leaf)], [.. Known.Select(release => SignedHead.Of(release.Signed))]);

    public ReleaseManifest? AsOf(DateOnly day) => Known
        .Where(release => release.Held && release.Signed.Manifest.AsOf <= day)
        .Select(release => release.Signed.Manifest)
        .MaxBy(manifest => (manifest.AsOf, manifest.Number));

    public KnownRelease? Find(int number) => number > 0 && number <= Known.Length ? Known[number - 1] : null;

    /// <summary>Names what a release's rows say here: its root and how many of them were redacted. For caches and ETags.</summary>
    public string Stamp(int release) => string.Create(
        CultureInfo.InvariantCulture, $"{Find(release)?.Signed.Manifest.RowsRoot}-{Redactions.Count(redaction => redaction.Release == release)}");

    internal static ReplicaState Load(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT signed, leaf, held FROM releases ORDER BY number";
        using var rows = command.ExecuteReader();
        var known = ImmutableArray.CreateBuilder<KnownRelease>();
        while (rows.Read())
            known.Add(new KnownRelease(ManifestJson.Read(rows.GetFieldValue<byte[]>(0)), rows.GetFieldValue<byte[]>(1), rows.GetBoolean(2)));
        return new ReplicaState(
            known.ToImmutable(), ChannelFiles.Read(connection, ChannelFiles.Keys) is { } keys ? KeyStatementJson.Read(keys) : [],
            ChannelFiles.Read(connection, ChannelFiles.Redactions) is { } redactions ? RedactionJson.Read(redactions) : null);
    }
}
