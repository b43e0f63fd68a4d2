using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Health;

namespace Revitalization.Portal.Documents;

/// <summary>Published documents (公开文件): the replica of their channel, and its files for whoever wants to check them.</summary>
internal static class DocumentServices
{
    private static readonly string[] s_reading = ["GET", "HEAD"];

    public static void AddPublicDocuments(this IServiceCollection services, PortalOptions options)
    {
        services.AddSingleton<DocumentReplica>();
        services.AddSingleton<DocumentLibrary>();
        services.AddSingleton<DocumentHealth>();
        services.AddSingleton<IReadinessCheck>(provider => provider.GetRequiredService<DocumentHealth>());
        services.AddHostedService<DocumentPuller>();
        if (options.ReleaseSource is null) return;
        services.AddSingleton<IDocumentSource>(_ => new HttpDocumentSource(new HttpClient { BaseAddress = options.ReleaseSource, Timeout = TimeSpan.FromMinutes(10) }));
    }

    public static void MapPublicDocuments(this IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("/documents/releases/{number:int:min(1)}").AllowAnonymous();
        releases.MapMethods("/manifest.json", s_reading, (HttpContext http, int number, DocumentReplica replica) =>
            replica.State.Find(number) is { } known ? Lasting(http, Results.Bytes(ManifestJson.Write(known.Signed), "application/json")) : Results.NotFound());
        releases.MapMethods("/rows.jsonl", s_reading, (HttpContext http, int number, DocumentReplica replica) =>
            replica.State.Find(number) is null ? Results.NotFound()
                : Lasting(http, Results.File(replica.Files.Rows(number), "application/jsonl", $"documents-{number}.jsonl", enableRangeProcessing: true)));
        routes.MapMethods("/documents/{id}/attachments/{sha256}", s_reading, Attachment).AllowAnonymous();
    }

    // Whatever its type, a file is saved and never shown in place: it was made elsewhere.
    private static IResult Attachment(HttpContext http, string id, string sha256, DocumentLibrary library, DocumentReplica replica)
    {
        var attachment = library.Find(id)?.Document.Attachments.FirstOrDefault(file => file.Sha256 == sha256);
        if (attachment is null || replica.Files.Attachment(sha256) is not { } file) return Results.NotFound();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Lasting(http, Results.File(file, attachment.MediaType, attachment.Name, enableRangeProcessing: true));
    }

    private static IResult Lasting(HttpContext http, IResult result)
    {
        http.Response.Headers.CacheControl = "public, max-age=86400, immutable";
        return result;
    }
}
