using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Households;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Villages;

public static class VillageEndpoints
{
    public static void MapVillages(this IEndpointRouteBuilder routes)
    {
        var writes = routes.MapGroup("/api/villages/{code}").RequireAuthorization(Roles.County).WithSender().WithTags("村");
        writes.MapPut("", Put);
        writes.MapPut("/lineage/{act}", PutLineage);
        var reads = routes.MapGroup("/api/villages").RequireAuthorization(RolePolicies.SignedIn).WithAfter().WithTags("村");
        reads.MapGet("/{code}", Get);
        reads.MapGet("", List);
        var figures = routes.MapGroup("/api/villages/{code}/series").RequireAuthorization(RolePolicies.Registrar).WithSender().WithAfter().WithTags("村");
        figures.MapGet("", Series);
    }

    private static async Task<Results<Ok<VillageSeries>, ProblemHttpResult>> Series(
        string code, string indicator, string? basis, VillageSeriesReader reader, HttpContext http, CancellationToken cancellation)
    {
        var (series, refusal) = await reader.Read(code, indicator, basis ?? "new", http.Sender(), cancellation);
        return refusal is null ? TypedResults.Ok(series) : Replies.Problem(refusal);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Put(string code, VillageBody body, VillageDesk desk, HttpContext http) =>
        http.Answer(code, await desk.Put(code, body, http.Sender()).In<VillageBody>());

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> PutLineage(
        string code, string act, LineageBody body, VillageDesk desk, HttpContext http) =>
        HouseholdLimits.IsId(act)
            ? http.Answer(act, await desk.PutLineage(code, act, body, http.Actor()))
            : Replies.Problem(CommandRefusal.IdMalformed, "act");

    private static async Task<Results<Ok<VillageView>, ProblemHttpResult>> Get(
        string code, VillageDirectory directory, HttpContext http, CancellationToken cancellation)
    {
        var page = await directory.List([code], "", 1, cancellation);
        if (page is not [var village] || village.Code != code) return Replies.Problem(QueryRefusal.VillageNotFound);
        http.Tag(village.Version);
        return TypedResults.Ok(village);
    }

    private static async Task<Results<Ok<Page<VillageView>>, ProblemHttpResult>> List(
        string? region, string? cursor, int? limit, VillageDirectory directory, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 1) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var size = limit ?? 50;
        var found = await directory.List([Regions.RegionNames.Significant(region ?? "")], after[0], size + 1, cancellation);
        return TypedResults.Ok(new Page<VillageView>([.. found.Take(size)], found.Count > size ? Cursor.Write(found[size - 1].Code) : null));
    }
}
