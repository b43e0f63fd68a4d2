using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Claims;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Claims;

/// <summary>Stated figures over HTTP: the county keeps them; whoever sees the county reads them; a check that is kept nowhere is anybody's.</summary>
public static class ClaimEndpoints
{
    private const int LimitUsual = 50;

    public static void AddClaims(this IServiceCollection services)
    {
        services.AddSingleton<ClaimDesk>();
        services.AddSingleton<ClaimReader>();
        services.AddSingleton<Projections.IProjection, ClaimProjection>();
    }

    public static void MapClaims(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/counties/{code}/claims/{claim}", Put).RequireAuthorization(Roles.County).WithSender().WithTags("表述核验");
        routes.MapGet("/api/counties/{code}/claims", List).RequireAuthorization(RolePolicies.SignedIn).WithSender().WithAfter().WithTags("表述核验");
        routes.MapPost("/api/claims/check", Check).RequireAuthorization(RolePolicies.SignedIn).WithSender().WithTags("表述核验");
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Put(string code, string claim, ClaimBody body, ClaimDesk desk, HttpContext http) =>
        HouseholdLimits.IsId(claim) ? http.Answer(claim, await desk.Put(code, claim, body, http.Sender())) : Replies.Problem(CommandRefusal.IdMalformed, "claim");

    private static async Task<Results<Ok<Page<ClaimView>>, ProblemHttpResult>> List(
        string code, string? cursor, int? limit, ClaimReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 1) is not [var after]) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        if (!http.Sender().Meets(code)) return Replies.Problem(AccessRefusal.ScopeElsewhere, "code");
        return TypedResults.Ok(await reader.Page(code, after, limit ?? LimitUsual, cancellation));
    }

    private static Results<Ok<ClaimView>, ProblemHttpResult> Check(ClaimBody body, string? county, ClaimDesk desk)
    {
        var (view, refusal) = desk.Check(county, body);
        return view is null ? Replies.Problem(refusal!) : TypedResults.Ok(view);
    }
}
