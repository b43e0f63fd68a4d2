using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Households;

/// <summary>Reads of the register: scoped by the account as it stands now, each an audited event.</summary>
public static class HouseholdReads
{
    public static void MapHouseholdReads(this IEndpointRouteBuilder routes)
    {
        var reads = routes.MapGroup("/api").RequireAuthorization(RolePolicies.Registrar).WithSender().WithAfter().WithTags("户");
        reads.MapGet("/households/{id}", Read);
        reads.MapGet("/households/{id}/history", History);
        reads.MapPost("/households/search", Search);
        reads.MapGet("/duplicates", Duplicates);
    }

    private static async Task<Results<Ok<HouseholdView>, ProblemHttpResult>> Read(
        string id, DateOnly? asOf, DateOnly? knownOn, string? purpose, HouseholdReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (Purposes.Broken(purpose) is { } unknown) return Replies.Problem(unknown, "purpose");
        var moment = new ReadMoment(asOf, knownOn, purpose ?? Purposes.Register);
        var (view, refusal) = await reader.Read(id, moment, http.Sender(), cancellation);
        if (view is null) return Replies.Problem(refusal!);
        http.Tag(view.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<Page<HistoryEntry>>, ProblemHttpResult>> History(
        string id, HouseholdReader reader, HttpContext http, CancellationToken cancellation)
    {
        var (history, refusal) = await reader.History(id, http.Sender(), cancellation);
        return history is null ? Replies.Problem(refusal!) : TypedResults.Ok(new Page<HistoryEntry>(history, null));
    }

    private static async Task<Results<Ok<Page<HouseholdFound>>, ProblemHttpResult>> Search(
        HouseholdSearch search, HouseholdFinder finder, HttpContext http, CancellationToken cancellation)
    {
        if (search.Limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(search.Cursor, 2) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var (page, refusal) = await finder.Find(search, after, http.Sender(), cancellation);
        return page is null ? Replies.Problem(refusal!) : TypedResults.Ok(page);
    }

    private static async Task<Results<Ok<Page<DuplicatePerson>>, ProblemHttpResult>> Duplicates(
        string? cursor, int? limit, DuplicateList duplicates, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 1) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var page = await duplicates.Page(http.Sender(), after[0], limit ?? 50, cancellation);
        return TypedResults.Ok(page with { NextCursor = page.NextCursor is { } last ? Cursor.Write(last) : null });
    }
}
