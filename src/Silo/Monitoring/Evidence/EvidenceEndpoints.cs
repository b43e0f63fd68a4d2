using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Households;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Monitoring.Evidence;

/// <summary>Evidence goes in before the act that names it; its name is its content's hash, so that sending it again changes nothing.</summary>
public static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder routes)
    {
        var evidence = routes.MapGroup("/api/households/{id}/evidence/{sha256}").RequireAuthorization(RolePolicies.Registrar).WithSender().WithTags("监测");
        evidence.MapPut("", Put).WithMetadata(new RequestSizeLimitAttribute(EvidenceFiles.BytesMax + 1)).DisableAntiforgery();
        evidence.MapGet("", Get);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Put(
        string id, string sha256, EvidenceFiles files, IGrainFactory grains, HttpContext http, CancellationToken cancellation)
    {
        var (_, hidden) = await Place(id, grains, http.Sender());
        if (hidden is not null) return Replies.Problem(hidden);
        if (!EvidenceFiles.IsHash(sha256)) return Replies.Problem(EvidenceRefusal.HashMismatch, "sha256");
        if (http.Request.ContentLength > EvidenceFiles.BytesMax) return Replies.Problem(EvidenceRefusal.TooLarge);
        try
        {
            return await files.Receive(id, sha256, http.Request.Body, cancellation) is { } refusal ? Replies.Problem(refusal) : TypedResults.NoContent();
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == (int)HttpStatusCode.RequestEntityTooLarge)
        {
            return Replies.Problem(EvidenceRefusal.TooLarge); // Sent in pieces, with no length to tell before.
        }
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Get(
        string id, string sha256, EvidenceFiles files, IGrainFactory grains, AuditTrail audit, HttpContext http, CancellationToken cancellation)
    {
        var (place, hidden) = await Place(id, grains, http.Sender());
        if (hidden is not null) return Replies.Problem(hidden);
        if (!files.Has(id, sha256)) return Replies.Problem(EvidenceRefusal.NotFound);
        await audit.Record(http.Sender().Account, new PersonalDataRead(id, "evidence", place!.Village), cancellation);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        var (content, type) = files.Show(id, sha256);
        return TypedResults.Stream(content, type);
    }

    private static async Task<(HouseholdPlace? Place, Enum? Hidden)> Place(string id, IGrainFactory grains, Sender by)
    {
        if (!HouseholdLimits.IsId(id)) return (null, QueryRefusal.HouseholdNotFound);
        if (await grains.GetGrain<IHouseholdGrain>(id).Place() is not { } place) return (null, QueryRefusal.HouseholdNotFound);
        return by.Covers(place.Village) ? (place, null) : (null, AccessRefusal.ScopeElsewhere);
    }
}
