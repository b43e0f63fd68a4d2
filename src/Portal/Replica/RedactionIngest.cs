using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.Cube;
using Revitalization.Portal.OData.Model;

namespace Revitalization.Portal.Replica;

/// <summary>
/// Takes rows back (隐去): out of the files, the cube, what was prepared, and the tables, so that the text is nowhere left; their hashes
/// stay, so that all other rows still prove. Killed half way, it is done again at the next pull: the list commits with the tables.
/// </summary>
internal sealed class RedactionIngest(ReplicaDatabase database, ReleaseFiles files, CubeBook cubes)
{
    private static readonly SetModel[] s_sets = [Disclosure.Regions, Disclosure.Indicators, Disclosure.Observations, .. Disclosure.OfAid];

    public bool IsScrubDue => ChannelFiles.Read(database.Writer, ChannelFiles.ScrubDue) is not null;

    /// <summary>Carries out what the list has and the state has not. What it gives is to stand at once: until then, answers kept in memory say what was redacted.</summary>
    public async Task<ReplicaState> Take(SignedRedactions signed, ReplicaState state, CancellationToken cancellation)
    {
        var due = signed.List.Redactions.Skip(state.Redactions.Count)
            .Where(redaction => state.Find(redaction.Release) is { Held: true }).GroupBy(redaction => redaction.Release).ToList();
        foreach (var release in due)
        {
            cubes.Remove(release.Key); // SQL answers until it is built again.
            await files.Redact(release.Key, [.. release], cancellation);
        }
        await Commit(signed, due.SelectMany(release => release), cancellation);
        return ReplicaState.Load(database.Writer);
    }

    /// <summary>What takes its time, once the new state stands: the cubes of its releases, and the database's old pages.</summary>
    public void Finish(IEnumerable<int> releases, ReplicaState state)
    {
        foreach (var release in releases.Where(release => state.Find(release) is { Held: true })) cubes.BuildAgain(state.Find(release)!.Signed.Manifest);
        Scrub();
    }

    /// <summary>
    /// Writes the database anew without what was deleted, and empties its journal. Where a reader holds on to the old pages it is
    /// tried again at the next pull.
    /// </summary>
    public void Scrub()
    {
        ReplicaSchema.Execute(database.Writer, "VACUUM");
        using var command = database.Writer.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (command.ExecuteScalar() is not 0L) return;
        ChannelFiles.Remove(database.Writer, ChannelFiles.ScrubDue);
    }

    private async Task Commit(SignedRedactions signed, IEnumerable<PublishedRedaction> due, CancellationToken cancellation)
    {
        await using var transaction = (SqliteTransaction)await database.Writer.BeginTransactionAsync(cancellation);
        foreach (var redaction in due) Delete(redaction, transaction);
        ChannelFiles.Write(database.Writer, transaction, ChannelFiles.Redactions, RedactionJson.Write(signed));
        ChannelFiles.Write(database.Writer, transaction, ChannelFiles.ScrubDue, []);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private void Delete(PublishedRedaction redaction, SqliteTransaction transaction)
    {
        var set = s_sets.FirstOrDefault(known => known.Name == redaction.Set);
        ReleaseVerification.Require(set is not null, "a redaction names no set");
        if (set == Disclosure.Regions || set == Disclosure.Indicators)
            Execute($"DELETE FROM grams WHERE release = @release AND set_name = '{set.Name}' AND code IN (SELECT code FROM {set.Table} WHERE release = @release AND position = @position)", redaction, transaction);
        Execute($"DELETE FROM {set!.Table} WHERE release = @release AND position = @position", redaction, transaction);
    }

    private void Execute(string sql, PublishedRedaction redaction, SqliteTransaction transaction)
    {
        using var command = database.Writer.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("@release", redaction.Release);
        command.Parameters.AddWithValue("@position", redaction.Position);
        command.ExecuteNonQuery();
    }
}
