using System.Text.Json.Nodes;
using Revitalization.Contracts.Releases;
using Revitalization.Portal.OData.Http;
using Revitalization.Portal.OData.Requests;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Data;

/// <summary>Downloads: whole sets or any query of them, released rows with their manifests and proofs, and the key that signs them.</summary>
internal static class DataEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapData(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/data/{file}", Reading, (HttpContext http, string file, SetDownload download) =>
            ODataEndpoints.Guarded(http, () => download.Answer(http, file))).AllowAnonymous();
        var releases = routes.MapGroup("/data/releases/{number:int}").AllowAnonymous();
        releases.MapMethods("/manifest.json", Reading, Manifest);
        releases.MapMethods("/rows.jsonl", Reading, Rows);
        releases.MapMethods("/proof/{**rowId}", Reading, (HttpContext http, int number, string rowId, RowProofs proofs) =>
            ODataEndpoints.Guarded(http, () => proofs.Answer(http, number, rowId)));
        routes.MapGet("/.well-known/jwks.json", Keys).AllowAnonymous();
    }

    private static Task Manifest(HttpContext http, int number, ReplicaStore store) => ODataEndpoints.Guarded(http, async () =>
    {
        var known = store.State.Find(number) ?? throw QueryFaultException.NotFound("没有这一期发布。");
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        await http.Response.Body.WriteAsync(ManifestJson.Write(known.Signed), http.RequestAborted);
    });

    private static IResult Rows(HttpContext http, int number, ReplicaStore store)
    {
        if (store.State.Find(number) is not { Held: true }) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        return Results.File(store.Files.Rows(number), "application/jsonl", $"release-{number}.jsonl", enableRangeProcessing: true);
    }

    private static async Task<IResult> Keys(PortalOptions options, CancellationToken cancellation)
    {
        try
        {
            using var key = await PinnedKey.Load(options, cancellation);
            return Results.Content(new JsonObject { ["keys"] = new JsonArray(key.ToJwk()) }.ToJsonString(), "application/jwk-set+json");
        }
        catch (ReleaseRejectedException)
        {
            return Results.Content("""{"keys":[]}""", "application/jwk-set+json"); // No key is pinned yet: nothing is published.
        }
    }
}
