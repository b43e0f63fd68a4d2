using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Pages.Layout;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary>
/// What is signed, as it came: released rows with their manifests and proofs, the log that they stand in, the keys that sign it, and
/// what was redacted. Nobody has to believe this portal.
/// </summary>
internal static class ReleaseEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapReleaseData(this IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("/data/releases/{number:int}").AllowAnonymous();
        releases.MapMethods("/manifest.json", Reading, Manifest);
        releases.MapMethods("/rows.jsonl", Reading, Rows);
        releases.MapMethods("/proof/{**rowId}", Reading, (HttpContext http, int number, string rowId, RowProofs proofs) =>
            ODataEndpoints.Guarded(http, () => proofs.Answer(http, number, rowId)));
        releases.MapMethods("/inclusion.json", Reading, Inclusion);
        var log = routes.MapGroup("/data/log").AllowAnonymous();
        log.MapMethods("/head.json", Reading, Head);
        log.MapMethods("/consistency.json", Reading, Consistency);
        log.MapMethods("/keys.json", Reading, (ReplicaStore store) => Json(KeyStatementJson.Write(store.State.KeyStatements)));
        log.MapMethods("/redactions.json", Reading, (ReplicaStore store) => store.State.Signed is { } signed ? Json(RedactionJson.Write(signed)) : Results.NotFound());
        routes.MapPage("/.well-known/jwks.json", Keys).AllowAnonymous();
    }

    private static Task Manifest(HttpContext http, int number, ReplicaStore store) => ODataEndpoints.Guarded(http, async () =>
    {
        var known = store.State.Find(number) ?? throw QueryFaultException.NotFound("没有这一期发布。");
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        await http.Response.Body.WriteAsync(ManifestJson.Write(known.Signed), http.RequestAborted);
    });

    // Not immutable to caches: a row may be redacted, and a copy of it must not outlive that.
    private static IResult Rows(HttpContext http, int number, ReplicaStore store)
    {
        if (store.State.Find(number) is not { Held: true } || !File.Exists(store.Files.Rows(number))) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, no-cache";
        return Results.File(
            store.Files.Rows(number), "application/jsonl", $"release-{number}.jsonl", enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{store.State.Stamp(number)}\""));
    }

    private static Task Inclusion(HttpContext http, int number, int? size, ReplicaStore store) => Proof(http, () =>
    {
        var log = store.State.Log;
        var proof = log.Inclusion(number, size ?? log.Size) ?? throw QueryFaultException.NotFound("没有这一期发布，或日志没有这个大小，或这一期在它之后。");
        return LogProofJson.Write(proof);
    });

    private static Task Consistency(HttpContext http, int? from, int? to, ReplicaStore store) => Proof(http, () =>
    {
        var log = store.State.Log;
        if (from is not { } first) throw QueryFaultException.Bad("请用 from 写明较早的日志大小，如 ?from=1&to=3。");
        return LogProofJson.Write(log.Consistency(first, to ?? log.Size) ?? throw QueryFaultException.NotFound("日志没有这个大小，或 from 大于 to。"));
    });

    private static Task Head(HttpContext http, ReplicaStore store) => Proof(http, () =>
        LogProofJson.Write(store.State.Log.Head ?? throw QueryFaultException.NotFound("还没有发布。")));

    private static Task Proof(HttpContext http, Func<JsonObject> make) => ODataEndpoints.Guarded(http, async () =>
    {
        var proof = make();
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "public, max-age=30";
        await http.Response.Body.WriteAsync(CanonicalJson.Write(proof), http.RequestAborted);
    });

    private static async Task<IResult> Keys(PortalOptions options, ReplicaStore store, CancellationToken cancellation)
    {
        try
        {
            using var pinned = await PinnedKey.Load(options, cancellation);
            var chain = KeyChain.Read(options.Channel, pinned, store.State.KeyStatements);
            return Results.Content(PublishedKeys.Write(chain.Keys).ToJsonString(), "application/jwk-set+json");
        }
        catch (ReleaseRejectedException)
        {
            return Results.Content("""{"keys":[]}""", "application/jwk-set+json"); // No key is pinned yet, or one that signed nothing here.
        }
    }

    private static IResult Json(byte[] content) => Results.Bytes(content, "application/json");
}
