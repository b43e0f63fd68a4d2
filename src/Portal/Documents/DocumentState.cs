using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Documents;

/// <summary>Which releases of documents stand in the replica.</summary>
public sealed record DocumentState(ImmutableArray<KnownRelease> Releases)
{
    /// <summary>The newest release's number; 0 before the first. With it every page of documents changes.</summary>
    public int Edition => Releases.Length;

    public KnownRelease? Find(int number) => number > 0 && number <= Releases.Length ? Releases[number - 1] : null;

    internal static DocumentState Load(ReplicaDatabase database)
    {
        using var lease = database.ReadNow();
        using var command = new SqliteCommand("SELECT signed, leaf FROM document_releases ORDER BY number", lease.Connection);
        using var rows = command.ExecuteReader();
        var known = ImmutableArray.CreateBuilder<KnownRelease>();
        while (rows.Read()) known.Add(new(ManifestJson.Read(rows.GetFieldValue<byte[]>(0)), rows.GetFieldValue<byte[]>(1), Held: true));
        return new(known.ToImmutable());
    }
}
