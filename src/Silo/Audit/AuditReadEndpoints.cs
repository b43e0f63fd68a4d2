using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Audit;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Audit;

public static class AuditReadEndpoints
{
    public static void AddAuditReads(this IServiceCollection services)
    {
        services.AddSingleton<IProjection, AuditReadProjection>();
        services.AddSingleton<AuditReads>();
    }

    public static void MapAuditReads(this IEndpointRouteBuilder routes)
    {
        var reads = routes.MapGroup("/api/audit").RequireAuthorization(policy => RolePolicies.RequireRole(policy, Roles.County, Roles.AuditAdministrator))
            .WithSender().WithAfter().WithTags("审计");
        reads.MapGet("/reads", Reads);
        reads.MapGet("/reads.xlsx", Sheet);
    }

    private static async Task<Results<Ok<Page<AuditReadView>>, ProblemHttpResult>> Reads(
        string? region, string? household, string? account, DateOnly? from, DateOnly? until, string? cursor, int? limit,
        AuditReads reads, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 2) is not { } after || !IsPosition(after)) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var by = http.Sender();
        if (region is not null && by.Role != Roles.AuditAdministrator && !by.Covers(RegionNames.Significant(region)))
            return Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
        return TypedResults.Ok(await reads.Page(new(region, household, account, from, until, after, limit ?? 50), by, cancellation));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Sheet(
        string? region, string? household, string? account, DateOnly? from, DateOnly? until, AuditReads reads, HttpContext http, CancellationToken cancellation)
    {
        var by = http.Sender();
        if (region is not null && by.Role != Roles.AuditAdministrator && !by.Covers(RegionNames.Significant(region)))
            return Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
        return PagedSheet.Of(http, "查阅记录", AuditReadSheet.Columns, cursor =>
            reads.Page(new(region, household, account, from, until, Cursor.Read(cursor, 2)!, PagedSheet.RowsPerRead), by, cancellation));
    }

    private static bool IsPosition(string[] after) =>
        after[0].Length == 0 || long.TryParse(after[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
