using System.Text.Json.Nodes;
using Revitalization.Silo.Documents.Releases;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// What portals pull, inside the network: <c>/releases/head</c>, <c>/releases</c>, manifests and rows. All of it is public by
/// then, so nobody signs in; who may believe it, the signature says.
/// </summary>
public static class ReleaseFeed
{
    public static void MapReleaseFeed(this IEndpointRouteBuilder routes)
    {
        var feed = routes.MapGroup("/releases").AllowAnonymous().ExcludeFromDescription();
        feed.MapGet("", List);
        feed.MapGet("/head", Head);
        feed.MapGet("/{number:int:min(1)}/manifest.json", (int number, string? channel, IReleaseStore store, CancellationToken cancellation) =>
            File(store, channel, number, ReleaseFile.Manifest, "application/json", cancellation));
        feed.MapGet("/{number:int:min(1)}/rows.jsonl", (int number, string? channel, IReleaseStore store, CancellationToken cancellation) =>
            File(store, channel, number, ReleaseFile.Rows, "application/jsonl", cancellation));
        routes.MapGet("/.well-known/jwks.json", (ReleaseSigner signer) =>
            Results.Content(new JsonObject { ["keys"] = new JsonArray(signer.Public.ToJwk()) }.ToJsonString(), "application/jwk-set+json"))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> List(string? channel, IReleaseStore store, CancellationToken cancellation) =>
        IsOpen(channel) ? Results.Json(new { numbers = await store.List(Named(channel), cancellation) }) : Results.NotFound();

    // The newest release's own manifest carries the signed head of the log with it as the last leaf.
    private static async Task<IResult> Head(string? channel, IReleaseStore store, CancellationToken cancellation) => IsOpen(channel)
        ? Results.Json(new { newest = await store.List(Named(channel), cancellation) is [.., var last] ? last : 0 })
        : Results.NotFound();

    private static async Task<IResult> File(
        IReleaseStore store, string? channel, int number, string file, string mediaType, CancellationToken cancellation)
    {
        if (!IsOpen(channel)) return Results.NotFound();
        var stream = await store.Open(Named(channel), number, file, cancellation);
        return stream is null ? Results.NotFound() : Results.Stream(stream, mediaType, enableRangeProcessing: true);
    }

    // Only what is public is given without signing in.
    private static bool IsOpen(string? channel) => Named(channel) is ReleasePublisher.PublicChannel or DocumentPublisher.Channel;

    private static string Named(string? channel) => channel ?? ReleasePublisher.PublicChannel;
}
