using Revitalization.Contracts.Releases;
using Revitalization.Silo.Documents.Releases;
using Revitalization.Storage.Releases;

namespace Revitalization.Silo.Releases;

/// <summary>
/// What portals pull, inside the network: <c>/releases/head</c>, <c>/releases</c>, manifests and rows, changes of key and redactions. The public channel is
/// public by then, so nobody signs in, and who may believe it the signature says; the province's is given to its own portal alone.
/// </summary>
public static class ReleaseFeed
{
    public static void MapReleaseFeed(this IEndpointRouteBuilder routes)
    {
        var feed = routes.MapGroup("/releases").AllowAnonymous().ExcludeFromDescription();
        feed.AddEndpointFilter(async (context, next) => context.HttpContext.RequestServices.GetRequiredService<FeedKeys>().Admits(context.HttpContext.Request)
            ? await next(context)
            : Results.NotFound());
        feed.MapGet("", List);
        feed.MapGet("/head", Head);
        feed.MapGet("/{number:int:min(1)}/manifest.json", (int number, string? channel, IReleaseStore store, CancellationToken cancellation) =>
            File(store, channel, number, ReleaseFile.Manifest, "application/json", cancellation));
        feed.MapGet("/{number:int:min(1)}/rows.jsonl", (int number, string? channel, IReleaseStore store, CancellationToken cancellation) =>
            File(store, channel, number, ReleaseFile.Rows, "application/jsonl", cancellation));
        feed.MapGet("/{number:int:min(1)}/attachments/{sha256:length(64)}", (int number, string sha256, IReleaseStore store, CancellationToken cancellation) =>
            File(store, DocumentPublisher.Channel, number, DocumentPublisher.FileOf(sha256), "application/octet-stream", cancellation));
        feed.MapGet("/keys.json", (string? channel, IReleaseStore store, CancellationToken cancellation) => OfChannel(store, channel, ChannelFile.Keys, cancellation));
        feed.MapGet("/redactions.json", (string? channel, IReleaseStore store, CancellationToken cancellation) =>
            OfChannel(store, channel, ChannelFile.Redactions, cancellation));
        routes.MapGet("/.well-known/jwks.json", async (ReleaseSigners signers, CancellationToken cancellation) =>
            Results.Content(PublishedKeys.Write((await signers.Fresh(ReleaseChannels.Public, cancellation)).Chain.Keys).ToJsonString(), "application/jwk-set+json"))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> List(string? channel, IReleaseStore store, CancellationToken cancellation) =>
        Results.Json(new { numbers = await store.List(Named(channel), cancellation) });

    // The newest release's own manifest carries the signed head of the log with it as the last leaf.
    private static async Task<IResult> Head(string? channel, IReleaseStore store, CancellationToken cancellation)
    {
        var newest = await ReleasePublisher.Newest(store, cancellation, Named(channel));
        return Results.Json(new { newest });
    }

    private static async Task<IResult> File(
        IReleaseStore store, string? channel, int number, string file, string mediaType, CancellationToken cancellation)
    {
        var stream = await store.Open(Named(channel), number, file, cancellation);
        return stream is null ? Results.NotFound() : Results.Stream(stream, mediaType, enableRangeProcessing: true);
    }

    private static async Task<IResult> OfChannel(IReleaseStore store, string? channel, string file, CancellationToken cancellation) =>
        await store.ReadOfChannel(Named(channel), file, cancellation) is { } bytes ? Results.Bytes(bytes, "application/json") : Results.NotFound();

    private static string Named(string? channel) => channel ?? ReleaseChannels.Public;
}
