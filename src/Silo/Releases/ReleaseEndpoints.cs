using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Silo.Releases.Disclosure;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Releases;

/// <summary>The body of an approval: the root of the rows that were looked at.</summary>
/// <param name="OpenReason">Why it is published although figures are open; at most 200 characters, nothing personal. Required where the release has any.</param>
public sealed record ApprovalBody(string? RowsRoot = null, string? OpenReason = null);

/// <summary><c>/api/releases</c>: one person proposes, another approves (双人发布).</summary>
public static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("/api/releases/{number:int:min(1)}").RequireAuthorization(Roles.County).WithSender().WithTags("发布");
        releases.MapPut("", Propose);
        releases.MapPut("/approval", Approve);
        releases.MapGet("", Find);
        releases.MapGet("/suppressed", Suppressed);
        routes.MapKeyChanges();
        routes.MapRedactions();
        routes.MapProvinceReads();
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Propose(
        int number, ReleaseBody body, HttpContext http, ReleaseDesk desk, CancellationToken cancellation) =>
        http.Answer(Id(number), await desk.Propose(number, body, http.Sender(), cancellation));

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Approve(
        int number, ApprovalBody? body, HttpContext http, ReleaseDesk desk, CancellationToken cancellation) =>
        http.Answer(Id(number), await desk.Approve(number, body ?? new(), http.Sender(), cancellation));

    private static async Task<Results<Ok<ReleaseView>, ProblemHttpResult>> Find(
        int number, HttpContext http, ReleaseDesk desk, CancellationToken cancellation)
    {
        if (await desk.Find(number, cancellation) is not { } release) return Replies.Problem(ReleaseRefusal.ReleaseUnknown, "number");
        http.Tag(release.Version);
        return TypedResults.Ok(release);
    }

    private static string Id(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is hidden and why, for who approves: <c>?region=</c> for one place and what lies in it.</summary>
    private static async Task<Results<Ok<SuppressedView>, ProblemHttpResult>> Suppressed(
        int number, string? region, string? cursor, SuppressedList list, CancellationToken cancellation)
    {
        if (Cursor.Read(cursor, 3) is not { } after || region is { Length: > 12 }) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        return await list.Page(number, string.IsNullOrWhiteSpace(region) ? null : region.Trim(), after, cancellation) is { } page
            ? TypedResults.Ok(page)
            : Replies.Problem(ReleaseRefusal.ReleaseUnknown, "number");
    }
}
