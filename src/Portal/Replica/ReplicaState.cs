using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Replica;

/// <summary>A release the replica knows.</summary>
/// <param name="Leaf">Its manifest's leaf hash in the channel's log.</param>
/// <param name="Held">Its rows are here, not only its manifest.</param>
public sealed record KnownRelease(SignedRelease Signed, byte[] Leaf, bool Held);

/// <summary>What stands in the replica, as one immutable value that changes when an ingest commits.</summary>
public sealed record ReplicaState(ImmutableArray<KnownRelease> Known)
{
    public ReleaseManifest? Current => Known.LastOrDefault(release => release.Held)?.Signed.Manifest;

    public ReleaseManifest? AsOf(DateOnly day) => Known
        .Where(release => release.Held && release.Signed.Manifest.AsOf <= day)
        .Select(release => release.Signed.Manifest)
        .MaxBy(manifest => (manifest.AsOf, manifest.Number));

    public KnownRelease? Find(int number) => number > 0 && number <= Known.Length ? Known[number - 1] : null;

    internal static ReplicaState Load(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT signed, leaf, held FROM releases ORDER BY number";
        using var rows = command.ExecuteReader();
        var known = ImmutableArray.CreateBuilder<KnownRelease>();
        while (rows.Read())
            known.Add(new KnownRelease(ManifestJson.Read(rows.GetFieldValue<byte[]>(0)), rows.GetFieldValue<byte[]>(1), rows.GetBoolean(2)));
        return new ReplicaState(known.ToImmutable());
    }
}
