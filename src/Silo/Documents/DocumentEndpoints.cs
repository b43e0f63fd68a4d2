using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Documents;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Regions;
using Revitalization.Silo.DisclosureRequests;
using Revitalization.Silo.Documents.Releases;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Documents;

/// <summary>Documents of 政府信息公开 over HTTP. Drafts may hold what nobody else should see: all of it is the county's.</summary>
public static class DocumentEndpoints
{
    private const int LimitUsual = 50;

    public static void AddDocuments(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton(provider => new DocumentTexts(dataDirectory, provider.GetRequiredService<DeploymentSecrets>().MasterKey));
        services.AddDocumentFiles(dataDirectory);
        services.AddSingleton<DocumentFindings>();
        services.AddSingleton<DocumentDesk>();
        services.AddSingleton<DocumentFinder>();
        services.AddSingleton<IProjection, DocumentProjection>();
        services.AddSingleton<DocumentActs>();
        services.AddSingleton<DocumentPublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<DocumentPublisher>());
    }

    public static void MapDocuments(this IEndpointRouteBuilder routes)
    {
        var documents = routes.MapGroup("/api/documents").RequireAuthorization(Roles.County).WithSender().WithTags("政府信息公开");
        documents.MapGet("", List).WithOnly("region", "stage", "cursor", "limit").WithAfter();
        documents.MapGet("/years/{year:int:min(2000):max(2100)}", Year).WithOnly("region").WithAfter();
        documents.MapGet("/years/{year:int:min(2000):max(2100)}/report", Report).WithOnly("region").WithAfter();
        documents.MapPost("/reading", (DocumentReadingBody body) => body.Text.Length > DocumentRules.TextMax
            ? (Results<Ok<DocumentReadingView>, ProblemHttpResult>)Replies.Problem(DocumentRefusal.TextImplausible, "text")
            : TypedResults.Ok(DocumentReadings.Of(body.Text)));
        documents.MapPost("/texts", Text).WithMetadata(new RequestSizeLimitAttribute(UploadedTexts.BytesMax)).DisableAntiforgery();
        MapOne(documents.MapGroup("/{id}").WithIds("id"));
        routes.MapDocumentFiles();
    }

    private static void MapOne(RouteGroupBuilder document)
    {
        document.MapPut("", async Task<Reply> (string id, DocumentBody body, DocumentDesk desk, HttpContext http, CancellationToken cancellation) =>
            http.Answer(id, await desk.Register(id, body, http.Sender(), cancellation)));
        document.MapPut("/attachments/{sha256}", async Task<Reply> (string id, string sha256, DocumentAttachmentBody body, DocumentDesk desk, HttpContext http) =>
            http.Answer(id, await desk.Attach(id, sha256, body, http.Sender())));
        document.MapPut("/attachments/{sha256}/removal", async Task<Reply> (string id, string sha256, DocumentDesk desk, HttpContext http) =>
            http.Answer(id, await desk.Detach(id, sha256, http.Sender())));
        document.MapPut("/review", async Task<Reply> (string id, DocumentReviewBody body, DocumentDesk desk, HttpContext http, CancellationToken cancellation) =>
            http.Answer(id, await desk.Review(id, body, http.Sender(), cancellation)));
        document.MapPut("/publication", async Task<Reply> (string id, DocumentDesk desk, HttpContext http, CancellationToken cancellation) =>
            http.Answer(id, await desk.Publish(id, http.Sender(), cancellation)));
        document.MapPut("/replacement", async Task<Reply> (string id, DocumentReplacementBody body, DocumentDesk desk, HttpContext http) =>
            http.Answer(id, await desk.Replace(id, body, http.Sender())));
        document.MapPut("/repeal", async Task<Reply> (string id, DocumentRepealBody body, DocumentDesk desk, HttpContext http) =>
            http.Answer(id, await desk.Repeal(id, body, http.Sender())));
        document.MapGet("", async Task<Results<Ok<DocumentView>, ProblemHttpResult>> (string id, DocumentFinder finder, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await finder.Find(id, http.Sender(), cancellation);
            if (view is null) return Replies.Problem(refusal!, "id");
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        });
        document.MapGet("/findings", async Task<Results<Ok<DocumentFindingsView>, ProblemHttpResult>> (string id, DocumentFinder finder, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await finder.Findings(id, http.Sender(), cancellation);
            if (view is null) return Replies.Problem(refusal!, "id");
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        });
    }

    private static async Task<Results<Ok<Page<DocumentLine>>, ProblemHttpResult>> List(
        string? region, string? stage, string? cursor, int? limit, DocumentFinder finder, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 1) is not [var after]) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        if (stage is not null && !DocumentTerms.Stages.ContainsKey(stage)) return Replies.Problem(QueryRefusal.FilterUnknown, "stage");
        return Within(region, http.Sender()) is { } within
            ? TypedResults.Ok(await finder.Page(within, stage, after, limit ?? LimitUsual, cancellation))
            : Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
    }

    private static async Task<Results<Ok<DocumentYearView>, ProblemHttpResult>> Year(
        int year, string? region, DocumentFinder finder, HttpContext http, CancellationToken cancellation) =>
        Within(region, http.Sender()) is { } within
            ? TypedResults.Ok(await finder.Year(year, within, cancellation))
            : Replies.Problem(AccessRefusal.ScopeElsewhere, "region");

    private static async Task<Results<Ok<DocumentTextView>, ProblemHttpResult>> Text(HttpContext http, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, cancellation);
        return UploadedTexts.Read(file) is { Text: { } text } ? TypedResults.Ok(new DocumentTextView(text)) : Replies.Problem(DocumentRefusal.FileUnreadable, "file");
    }

    // One body reports: where the sender has several counties, the address names the one.
    private static async Task<Results<Ok<DocumentBody>, ProblemHttpResult>> Report(
        int year, string? region, DocumentFinder finder, DisclosureRequestFinder requests, RegionBook regions, HttpContext http, TimeProvider clock, CancellationToken cancellation)
    {
        var reporting = region ?? http.Sender().Regions().FirstOrDefault(one => one.Length is 6 or 9);
        if (reporting is null || !http.Sender().Covers(reporting)) return Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
        if (regions.Find(reporting) is not { Level: RegionLevel.County or RegionLevel.Township }) return Replies.Problem(DocumentRefusal.RegionUnknown, "region");
        string[] within = [RegionNames.Significant(reporting)];
        return TypedResults.Ok(YearlyReport.Draft(
            reporting, RegionNames.Full(regions, reporting), clock.ChinaToday(), await finder.Year(year, within, cancellation), await requests.Year(year, within, cancellation)));
    }

    private static string[]? Within(string? region, Sender by) => region is null ? by.Regions() : by.Covers(region) ? [RegionNames.Significant(region)] : null;
}
