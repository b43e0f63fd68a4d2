using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Screening;

/// <summary>Clue campaigns over HTTP: the county announces them; township and village see their own part of the coverage.</summary>
public static class CampaignEndpoints
{
    public static void MapCampaigns(this IEndpointRouteBuilder routes)
    {
        var county = routes.MapGroup("/api/counties/{code}/campaigns").RequireAuthorization(RolePolicies.Registrar).WithSender().WithAfter().WithTags("排查");
        county.MapPut("/{id}", Put).RequireAuthorization(Roles.County);
        county.MapGet("", List);
        county.MapGet("/{id}", Get);
        county.MapGet("/{id}/coverage", Coverage);
        county.MapGet("/{id}/unseen", Unseen);
        county.MapGet("/{id}/coverage.xlsx", CoverageSheet);
        county.MapGet("/{id}/unseen.xlsx", UnseenSheet);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Put(string code, string id, CampaignBody body, ScreeningDesk desk, HttpContext http) =>
        http.Answer(id, await desk.PutCampaign(code, id, body, http.Sender()));

    private static async Task<Results<Ok<Page<CampaignView>>, ProblemHttpResult>> List(
        string code, CampaignReader reader, HttpContext http, CancellationToken cancellation) =>
        CoversSome(http, code) ? TypedResults.Ok(new Page<CampaignView>(await reader.Find(code, null, http.Sender(), cancellation), null)) : Elsewhere;

    private static async Task<Results<Ok<CampaignView>, ProblemHttpResult>> Get(
        string code, string id, CampaignReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (!CoversSome(http, code)) return Elsewhere;
        return await reader.Find(code, id, http.Sender(), cancellation) is [var campaign] ? TypedResults.Ok(campaign) : Replies.Problem(CampaignRefusal.CampaignUnknown);
    }

    private static async Task<Results<Ok<Page<CoverageRegion>>, ProblemHttpResult>> Coverage(
        string code, string id, string? region, CampaignReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (!CoversSome(http, RegionNames.Significant(region ?? code))) return Elsewhere;
        return TypedResults.Ok(new Page<CoverageRegion>(await reader.Regions(code, id, region ?? code, http.Sender(), cancellation), null));
    }

    private static async Task<Results<Ok<Page<UnseenHousehold>>, ProblemHttpResult>> Unseen(
        string code, string id, string? region, string? cursor, int? limit, CampaignReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 2) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        if (!CoversSome(http, RegionNames.Significant(region ?? code))) return Elsewhere;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await reader.Unseen(code, id, region, after, limit ?? 50, http.Sender(), cancellation));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> CoverageSheet(
        string code, string id, string? region, CampaignReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (!CoversSome(http, RegionNames.Significant(region ?? code))) return Elsewhere;
        var by = http.Sender();
        return PagedSheet.Of(http, "排查覆盖情况", ScreeningSheets.Coverage, async _ =>
            new Page<CoverageRegion>(await reader.Regions(code, id, region ?? code, by, cancellation), null));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> UnseenSheet(
        string code, string id, string? region, CampaignReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (!CoversSome(http, RegionNames.Significant(region ?? code))) return Elsewhere;
        var by = http.Sender();
        return PagedSheet.Of(http, "未排查的户", ScreeningSheets.Unseen, cursor =>
            reader.Unseen(code, id, region, Cursor.Read(cursor, 2)!, PagedSheet.RowsPerRead, by, cancellation));
    }

    private static ProblemHttpResult Elsewhere => Replies.Problem(AccessRefusal.ScopeElsewhere, "code");

    /// <summary>A village's monitor sees the county's campaign, though only his own village's part of it.</summary>
    private static bool CoversSome(HttpContext http, string region) => http.Sender().Regions()
        .Any(scope => region.StartsWith(scope, StringComparison.Ordinal) || scope.StartsWith(region, StringComparison.Ordinal));
}
