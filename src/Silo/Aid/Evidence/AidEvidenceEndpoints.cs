using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Projects;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Monitoring.Evidence;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Requests;
using Put = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.NoContent, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;
using Got = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.FileStreamHttpResult, Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Revitalization.Silo.Aid.Evidence;

/// <summary>
/// Evidence of aid under its own hash, before or after the act that names it, once or often. Three addresses, one store: by partnership, by project,
/// or with whoever is the sender's only one.
/// </summary>
internal static class AidEvidenceEndpoints
{
    public static void MapAidEvidence(this IEndpointRouteBuilder routes)
    {
        var sender = Group(routes, "/api/aid/evidence/{sha256}", Roles.PartnerCity, Roles.County);
        sender.MapGet("", Find);
        Upload(sender.MapPut("", (string sha256, string? partnership, string? region, AidEvidence evidence, HttpContext http) =>
            Receive(Task.FromResult(AidEvidence.Keeper(partnership, region, http.Sender())), sha256, evidence, http))).WithOnly("partnership", "region");

        var partnership = Group(routes, "/api/partnerships/{code}/evidence/{sha256}", Roles.PartnerCity, Roles.County);
        partnership.MapGet("", (string code, string sha256, AidEvidence evidence, IGrainFactory grains, HttpContext http) =>
            Show(Partnership(code, grains, http), sha256, evidence, http));
        Upload(partnership.MapPut("", (string code, string sha256, AidEvidence evidence, IGrainFactory grains, HttpContext http) =>
            Receive(Partnership(code, grains, http), sha256, evidence, http)));

        Group(routes, "/api/projects/{id}/evidence", Roles.County).WithAfter().MapGet("", List);
        var project = Group(routes, "/api/projects/{id}/evidence/{sha256}", Roles.County);
        project.MapGet("", (string id, string sha256, AidEvidence evidence, IGrainFactory grains, HttpContext http) =>
            Show(Project(id, grains, http), sha256, evidence, http));
        Upload(project.MapPut("", (string id, string sha256, AidEvidence evidence, IGrainFactory grains, HttpContext http) =>
            Receive(Project(id, grains, http), sha256, evidence, http)));
    }

    private static RouteGroupBuilder Group(IEndpointRouteBuilder routes, string address, params string[] roles) =>
        routes.MapGroup(address).RequireAuthorization(policy => RolePolicies.RequireRole(policy, roles)).WithSender().WithTags("协作");

    private static RouteHandlerBuilder Upload(RouteHandlerBuilder put) => put.WithMetadata(new RequestSizeLimitAttribute(EvidenceFiles.BytesMax + 1)).DisableAntiforgery();

    private static async Task<Put> Receive(Task<EvidenceKeeper> keeper, string sha256, AidEvidence evidence, HttpContext http)
    {
        if (await keeper is not { Owner: { } owner }) return Refused(await keeper);
        if (!EvidenceFiles.IsHash(sha256)) return Replies.Problem(EvidenceRefusal.HashMismatch, "sha256");
        if (http.Request.ContentLength > EvidenceFiles.BytesMax) return Replies.Problem(EvidenceRefusal.TooLarge);
        try
        {
            return await evidence.Files.Receive(owner, sha256, http.Request.Body, http.RequestAborted) is { } broken ? Replies.Problem(broken) : TypedResults.NoContent();
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge)
        {
            return Replies.Problem(EvidenceRefusal.TooLarge); // Sent in pieces, with no length to tell before.
        }
    }

    private static async Task<Got> Find(string sha256, AidEvidence evidence, HttpContext http) =>
        EvidenceFiles.IsHash(sha256) && await evidence.Find(sha256, http.Sender(), http.RequestAborted) is { } owner
            ? await Show(Task.FromResult(new EvidenceKeeper(owner)), sha256, evidence, http)
            : Replies.Problem(EvidenceRefusal.NotFound);

    private static async Task<Got> Show(Task<EvidenceKeeper> keeper, string sha256, AidEvidence evidence, HttpContext http)
    {
        if (await keeper is not { Owner: { } owner }) return Refused(await keeper);
        if (!evidence.Files.Has(owner, sha256)) return Replies.Problem(EvidenceRefusal.NotFound);
        var by = http.Sender();
        await http.RequestServices.GetRequiredService<AuditTrail>().Record(by.Account, new PersonalDataSearched("aid-evidence", by.Searched(null), 1), http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (content, type) = evidence.Files.Show(owner, sha256);
        return TypedResults.Stream(content, type);
    }

    private static async Task<Results<Ok<List<ProjectEvidence>>, ProblemHttpResult>> List(
        string id, ProjectEvidenceList list, IGrainFactory grains, HttpContext http, CancellationToken cancellation)
    {
        if (await grains.GetGrain<IProjectGrain>(id).Place() is not { } place) return Replies.Problem(ProjectRefusal.ProjectUnknown);
        return http.Sender().Covers(place.Region) ? TypedResults.Ok(await list.Of(id, place.Region, cancellation)) : Replies.Problem(AccessRefusal.ScopeElsewhere);
    }

    private static async Task<EvidenceKeeper> Partnership(string code, IGrainFactory grains, HttpContext http)
    {
        if (await grains.GetGrain<IPartnershipGrain>(code).Terms() is not { } terms) return new(null, PartnershipRefusal.NotAgreed);
        var mine = http.Sender().CoversPartnership(code) || http.Sender().Covers(terms.Recipient);
        return mine ? new(AidEvidence.OfPartnership(code)) : new(null, AccessRefusal.ScopeElsewhere);
    }

    private static async Task<EvidenceKeeper> Project(string id, IGrainFactory grains, HttpContext http)
    {
        if (await grains.GetGrain<IProjectGrain>(id).Place() is not { } place) return new(null, ProjectRefusal.ProjectUnknown);
        return http.Sender().Covers(place.Region) ? new(AidEvidence.OfCounty(place.Region)) : new(null, AccessRefusal.ScopeElsewhere);
    }

    private static ProblemHttpResult Refused(EvidenceKeeper keeper) => Replies.Problem(keeper.Refusal!, keeper.Field);
}
