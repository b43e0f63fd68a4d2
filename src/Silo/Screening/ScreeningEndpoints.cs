using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Screening;

/// <summary>Screenings over HTTP: a county asks, watches, reads whom it flagged and why, and reports clues.</summary>
public static class ScreeningEndpoints
{
    public static void MapScreenings(this IEndpointRouteBuilder routes)
    {
        var county = routes.MapGroup("/api/counties/{code}/screenings").RequireAuthorization(Roles.County).WithSender().WithAfter().WithTags("筛查");
        county.MapGet("", List);
        county.MapPut("/{id}", Put);
        county.MapGet("/{id}", Get);
        county.MapGet("/{id}/households", Households);
        county.MapGet("/{id}/households.xlsx", Sheet);
        county.MapPut("/{id}/clues", PutClues);
    }

    private static async Task<Results<Accepted<Receipt>, ProblemHttpResult>> Put(string code, string id, ScreeningBody body, ScreeningDesk desk, HttpContext http)
    {
        var answer = http.Answer(id, await desk.Put(code, id, body, http.Actor()));
        return answer.Result is Ok<Receipt> { Value: { } receipt }
            ? TypedResults.Accepted($"/api/counties/{code}/screenings/{id}", receipt)
            : (ProblemHttpResult)answer.Result;
    }

    private static async Task<Results<Ok<Page<ScreeningView>>, ProblemHttpResult>> List(
        string code, ScreeningReader reader, HttpContext http, CancellationToken cancellation) =>
        http.Sender().Covers(code) ? TypedResults.Ok(await reader.Newest(code, cancellation)) : Replies.Problem(AccessRefusal.ScopeElsewhere, "code");

    private static async Task<Results<Ok<ScreeningView>, ProblemHttpResult>> Get(
        string code, string id, ScreeningReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (!http.Sender().Covers(code)) return Replies.Problem(AccessRefusal.ScopeElsewhere, "code");
        return await reader.Read(code, id, cancellation) is { } view ? TypedResults.Ok(view) : Replies.Problem(ScreeningRefusal.ScreeningUnknown);
    }

    private static async Task<Results<Ok<Page<ScreenedHousehold>>, ProblemHttpResult>> Households(
        string code, string id, string? reason, string? region, string? cursor, int? limit, ScreeningReader reader, IGrainFactory grains, HttpContext http,
        CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 2) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        ScreeningReasons? only = null;
        if (reason is not null && (only = ScreeningTermsView.Find(reason)) is null) return Replies.Problem(ScreeningRefusal.ReasonUnknown, "reason");
        var (state, refusal) = await Completed(code, id, grains, http);
        if (state is null) return Replies.Problem(refusal!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await reader.Households(new(code, id, only, region, after, limit ?? 50), state, http.Sender(), cancellation));
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Sheet(
        string code, string id, string? reason, string? region, ScreeningReader reader, IGrainFactory grains, HttpContext http, CancellationToken cancellation)
    {
        ScreeningReasons? only = null;
        if (reason is not null && (only = ScreeningTermsView.Find(reason)) is null) return Replies.Problem(ScreeningRefusal.ReasonUnknown, "reason");
        var (state, refusal) = await Completed(code, id, grains, http);
        if (state is null) return Replies.Problem(refusal!);
        var by = http.Sender();
        return PagedSheet.Of(http, "筛查结果", ScreeningSheets.Flagged, cursor =>
            reader.Households(new(code, id, only, region, Cursor.Read(cursor, 2)!, PagedSheet.RowsPerRead), state, by, cancellation));
    }

    private static async Task<Results<Ok<ScreeningCluesReply>, ProblemHttpResult>> PutClues(
        string code, string id, ScreeningCluesBody body, ScreeningClues clues, IGrainFactory grains, HttpContext http, CancellationToken cancellation)
    {
        if (body.Households?.Count > ScreeningClues.HouseholdsMax) return Replies.Problem(ScreeningRefusal.TooManyHouseholds, "households");
        if (Cursor.Read(body.Cursor, 2) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var (state, refusal) = await Completed(code, id, grains, http);
        return state is null ? Replies.Problem(refusal!) : TypedResults.Ok(await clues.Report(code, id, body, after, http.Sender(), cancellation));
    }

    private static async Task<(ScreeningState? State, Enum? Refusal)> Completed(string code, string id, IGrainFactory grains, HttpContext http)
    {
        if (!http.Sender().Covers(code)) return (null, AccessRefusal.ScopeElsewhere);
        if (await grains.GetGrain<IScreeningGrain>(ScreeningIds.Key(code, id)).Read() is not { } state) return (null, ScreeningRefusal.ScreeningUnknown);
        return state.Name == "completed" ? (state, null) : (null, ScreeningRefusal.NotCompleted);
    }
}
