using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Refusals;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Releases;

/// <summary>The body of an approval: the root of the rows that were looked at.</summary>
public sealed record ApprovalBody(string? RowsRoot = null);

/// <summary><c>/api/releases</c>: one person proposes, another approves (双人发布).</summary>
public static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("/api/releases/{number:int:min(1)}").RequireAuthorization(Roles.County);
        releases.MapPut("", Propose).WithName("ProposeRelease");
        releases.MapPut("/approval", Approve).WithName("ApproveRelease");
        releases.MapGet("", Find).WithName("FindRelease");
    }

    private static async Task<IResult> Propose(
        int number, ReleaseBody body, HttpContext http, ReleaseDesk desk, RefusalCatalog refusals, CancellationToken cancellation) =>
        Answer(number, await desk.Propose(number, body, SenderOf(http), cancellation), http, refusals);

    private static async Task<IResult> Approve(
        int number, ApprovalBody? body, HttpContext http, ReleaseDesk desk, RefusalCatalog refusals, CancellationToken cancellation) =>
        Answer(number, await desk.Approve(number, body?.RowsRoot, SenderOf(http), cancellation), http, refusals);

    private static async Task<IResult> Find(int number, HttpContext http, ReleaseDesk desk, CancellationToken cancellation)
    {
        if (await desk.Find(number, cancellation) is not { } release) return Problems.From(ReleaseRefusal.ReleaseUnknown);
        http.Response.Headers.ETag = $"\"{release.Version}\"";
        return TypedResults.Ok(release);
    }

    private static Sender SenderOf(HttpContext http) =>
        new(http.User.Account(), http.User.Role(), [.. http.User.Scopes()], CommandId: "");

    private static IResult Answer(int number, CommandReply reply, HttpContext http, RefusalCatalog refusals)
    {
        if (reply.Refusal is { } refused) return Problems.From(refusals[refused.Code]);
        http.Response.Headers.ETag = $"\"{reply.Version}\"";
        var id = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return TypedResults.Ok(new Receipt(id, reply.Stream, reply.Version, reply.Seq, reply.RecordedAt.ToOffset(TimeSpan.FromHours(8))));
    }
}
