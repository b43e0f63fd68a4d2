using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Policies;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Policies;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Policies;

public static class PolicyEndpoints
{
    public static void MapPolicies(this IEndpointRouteBuilder routes)
    {
        var packs = routes.MapGroup("/api/policies").RequireAuthorization(RolePolicies.SignedIn).WithTags("政策");
        packs.MapGet("", () => TypedResults.Ok(new Page<PolicyPackView>([.. PolicyBook.Shipped.Select(pack => PolicyViews.Of(pack, withRules: false))], null)));
        packs.MapGet("/clashes", Clashes);
        packs.MapGet("/{pack}", Pack);
        var county = routes.MapGroup("/api/counties/{code}/policies").WithSender().WithTags("政策");
        county.MapGet("", OfCounty).RequireAuthorization(RolePolicies.SignedIn).WithAfter();
        county.MapPut("/{pack}", Adopt).RequireAuthorization(Roles.County);
        county.MapPut("/{pack}/withdrawal", Withdraw).RequireAuthorization(Roles.County);
    }

    private static Results<Ok<PolicyPackView>, ProblemHttpResult> Pack(string pack) => ShippedPacks.Find(pack) is { } found
        ? TypedResults.Ok(PolicyViews.Of(found, withRules: true))
        : Replies.Problem(PolicyRefusal.PackUnknown, "pack");

    private static Results<Ok<Page<PolicyClashView>>, ProblemHttpResult> Clashes(string packs, DateOnly? on, TimeProvider clock)
    {
        if (packs.Split(',', StringSplitOptions.TrimEntries) is not [var first, var second] || first == second)
            return Replies.Problem(PolicyRefusal.TwoPacksNeeded, "packs");
        if (ShippedPacks.Find(first) is not { } left || ShippedPacks.Find(second) is not { } right)
            return Replies.Problem(PolicyRefusal.PackUnknown, "packs");
        var clashes = PolicyClashes.Between(left, right, on ?? clock.ChinaToday());
        return TypedResults.Ok(new Page<PolicyClashView>([.. clashes.Select(clash => PolicyViews.Of(left, right, clash))], null));
    }

    private static Results<Ok<CountyPolicies>, ProblemHttpResult> OfCounty(string code, PolicyDesk desk, TimeProvider clock)
    {
        var (view, refusal) = desk.Of(code, clock.ChinaToday());
        return view is null ? Replies.Problem(refusal!, "code") : TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Adopt(
        string code, string pack, AdoptionBody body, PolicyDesk desk, HttpContext http) =>
        http.Answer(pack, await desk.Adopt(code, pack, body, http.Sender()));

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Withdraw(
        string code, string pack, AdoptionWithdrawalBody body, PolicyDesk desk, HttpContext http) =>
        http.Answer(pack, await desk.Withdraw(code, pack, body, http.Sender()));
}
