using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Households;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Documents;

/// <summary>Bytes of attachments under their own hash, at the address that evidence has everywhere; to be named by the act that attaches them.</summary>
internal static class DocumentFileEndpoints
{
    private const int FilesMax = 200;

    public static void AddDocumentFiles(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton<AttachmentTexts>();
        services.AddSingleton(provider => new DocumentFiles(new EvidenceFiles(
            dataDirectory, provider.GetRequiredService<DeploymentSecrets>().MasterKey, provider.GetRequiredService<TimeProvider>(),
            new("document-files", FilesMax, EvidenceRefusal.FolderFull, Sheets: true))));
    }

    public static void MapDocumentFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("/api/documents/{id}/evidence/{sha256}").RequireAuthorization(Roles.County).WithSender().WithTags("政府信息公开").WithIds("id");
        files.MapGet("", Show);
        files.MapPut("", Receive).WithMetadata(new RequestSizeLimitAttribute(EvidenceFiles.BytesMax + 1)).DisableAntiforgery();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Receive(string id, string sha256, DocumentFiles files, IGrainFactory grains, HttpContext http)
    {
        if (await Refusal(id, grains, http.Sender()) is { } refusal) return Replies.Problem(refusal, "id");
        if (!EvidenceFiles.IsHash(sha256)) return Replies.Problem(EvidenceRefusal.HashMismatch, "sha256");
        if (http.Request.ContentLength > EvidenceFiles.BytesMax) return Replies.Problem(EvidenceRefusal.TooLarge);
        try
        {
            return await files.Files.Receive(id, sha256, http.Request.Body, http.RequestAborted) is { } broken ? Replies.Problem(broken) : TypedResults.NoContent();
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge)
        {
            return Replies.Problem(EvidenceRefusal.TooLarge); // Sent in pieces, with no length to tell before.
        }
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Show(string id, string sha256, DocumentFiles files, IGrainFactory grains, HttpContext http)
    {
        if (await Refusal(id, grains, http.Sender()) is { } refusal) return Replies.Problem(refusal, "id");
        if (!files.Files.Has(id, sha256)) return Replies.Problem(EvidenceRefusal.NotFound);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (content, type) = files.Files.Show(id, sha256);
        return TypedResults.Stream(content, type);
    }

    private static async Task<Enum?> Refusal(string id, IGrainFactory grains, Sender by)
    {
        var document = await grains.GetGrain<IDocumentGrain>(id).Read();
        if (document.Version == 0) return DocumentRefusal.DocumentUnknown;
        return by.Covers(document.Region) ? null : AccessRefusal.ScopeElsewhere;
    }
}
