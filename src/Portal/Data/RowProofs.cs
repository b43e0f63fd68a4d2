using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Model;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary>
/// Proves that a row stands in a release, and the release in the channel's log: with the signed head this is all that anyone
/// needs to check a figure without trusting the portal.
/// </summary>
internal sealed class RowProofs(ReplicaStore store) : IDisposable
{
    // A proof reads all leaf hashes of a release (32 bytes a row); two at a time bound the memory.
    private readonly SemaphoreSlim _free = new(2, 2);

    public async Task Answer(HttpContext http, int number, string rowId)
    {
        if (store.State.Find(number) is not { Held: true } known) throw QueryFaultException.NotFound("没有这一期发布，或它的行已不再保留。");
        await _free.WaitAsync(http.RequestAborted);
        try
        {
            var position = Position(number, rowId) ?? throw QueryFaultException.NotFound("这一期发布里没有这一行。");
            var leaves = await store.Files.Leaves(number, http.RequestAborted) ?? throw QueryFaultException.NotFound();
            var row = await store.Files.Row(number, position, leaves[position], http.RequestAborted);
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(Proof(known, rowId, position, leaves, row).ToJsonString(), http.RequestAborted);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private JsonObject Proof(KnownRelease known, string rowId, int position, IReadOnlyList<byte[]> leaves, byte[]? row)
    {
        var number = known.Signed.Manifest.Number;
        var log = store.State.Log;
        var inclusion = log.Inclusion(number, log.Size)!;
        return new JsonObject
        {
            ["rowId"] = rowId,
            // The very text that was signed: whoever checks hashes these bytes.
            ["row"] = row is null ? null : Encoding.UTF8.GetString(row),
            ["leafHash"] = Hex(leaves[position]),
            ["leafIndex"] = position,
            ["treeSize"] = leaves.Count,
            ["rowsRoot"] = known.Signed.Manifest.RowsRoot,
            ["path"] = Hashes(Merkle.InclusionProof(leaves, position)),
            ["release"] = new JsonObject
            {
                ["number"] = number, ["leafHash"] = inclusion.LeafHash, ["leafIndex"] = number - 1, ["treeSize"] = log.Size, ["root"] = inclusion.Head.Head.Root,
                ["path"] = Texts(inclusion.Path),
                ["consistencyFromRelease"] = Texts(log.Consistency(number, log.Size)!.Path),
                ["headSignature"] = LogProofJson.Write(inclusion.Head)["headSignature"]!.DeepClone(),
            },
            ["signed"] = JsonNode.Parse(ManifestJson.Write(known.Signed)),
        };
    }

    private int? Position(int number, string rowId)
    {
        var parts = rowId.Split('/');
        return (parts[0], parts.Length) switch
        {
            (PublicSets.Regions, 2) => Find("SELECT position FROM regions WHERE release = @release AND code = @k1", number, parts),
            (PublicSets.Indicators, 2) => Find("SELECT position FROM indicators WHERE release = @release AND code = @k1", number, parts),
            (PublicSets.Observations, 4) => Find(
                "SELECT position FROM observations WHERE release = @release AND region_code = @k1 AND period = @k2 AND indicator_code = @k3", number, parts),
            _ => Disclosure.OfAid.FirstOrDefault(set => set.Name == parts[0] && set.Key.Count == parts.Length - 1) is { } set
                ? Find($"SELECT position FROM {set.Table} WHERE release = @release AND {string.Join(" AND ", set.Key.Select((key, at) => $"{set.Find(key)!.Column} = @k{at + 1}"))}", number, parts)
                : null,
        };
    }

    private int? Find(string sql, int number, string[] parts)
    {
        using var lease = store.Database.ReadNow();
        using var command = new SqliteCommand(sql, lease.Connection);
        command.Parameters.AddWithValue("@release", number);
        for (var i = 1; i < parts.Length; i++) command.Parameters.AddWithValue("@k" + i.ToString(CultureInfo.InvariantCulture), parts[i]);
        return command.ExecuteScalar() is long position ? (int)position : null;
    }

    private static JsonArray Hashes(IEnumerable<byte[]> hashes) => Texts(hashes.Select(Hex));

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
