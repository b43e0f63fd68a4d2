using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Monitoring.Register;

public static class TakeOverEndpoints
{
    private const int CountyDigits = 6;

    public static void MapTakeOvers(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/counties/{code}/takeovers/{act}", Put).RequireAuthorization(Roles.County).WithSender().WithAfter().WithTags("监测");

    private static async Task<Results<Ok<CountyTakeOverReply>, ProblemHttpResult>> Put(
        string code, string act, CountyTakeOverBody body, TakeOverDesk desk, RegionBook regions, HttpContext http, CancellationToken cancellation)
    {
        if (!HouseholdLimits.IsId(act)) return Replies.Problem(CommandRefusal.IdMalformed, "act");
        if (code.Length != CountyDigits || regions.Find(code) is null) return Replies.Problem(QueryRefusal.RegionNotFound, "code");
        if (!http.Sender().Covers(code)) return Replies.Problem(AccessRefusal.ScopeElsewhere, "code");
        if (Terms.Find<RiskKind>(body.Risk) is not { } risk) return Replies.Problem(PersonRefusal.TermUnknown, "risk");
        return TypedResults.Ok(await desk.TakeOver(code, act, body, risk, http.Sender(), cancellation));
    }
}
