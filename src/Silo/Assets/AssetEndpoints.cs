using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;
using Reply = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Ok<Revitalization.Contracts.Commands.Receipt>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace Revitalization.Silo.Assets;

/// <summary>Assets by the county: registered from their project, then looked after under their own address.</summary>
public static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/projects/{id}/assets/{asset}", async Task<Reply> (string id, string asset, AssetBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, asset, id, () => desk.Register(id, asset, body, http.Sender()))).RequireAuthorization(Roles.County).WithSender().WithTags("资产");
        MapActs(routes.MapGroup("/api/assets/{asset}").RequireAuthorization(Roles.County).WithSender().WithTags("资产"));
        MapReads(routes.MapGroup("/api/assets").RequireAuthorization(RolePolicies.SignedIn).WithSender().WithAfter().WithTags("资产"));
    }

    private static void MapActs(RouteGroupBuilder asset)
    {
        asset.MapPut("/inspections/{act}", async Task<Reply> (string asset, string act, InspectionBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.Inspect(asset, act, body, http.Actor())));
        asset.MapPut("/incomes/{act}", async Task<Reply> (string asset, string act, AssetIncomeBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.Earn(asset, act, body, http.Actor())));
        asset.MapPut("/incomes/{act}/reversal", async Task<Reply> (string asset, string act, AssetReversalBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.ReverseIncome(asset, act, body, http.Actor())));
        asset.MapPut("/uses/{act}", async Task<Reply> (string asset, string act, IncomeUseBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.Use(asset, act, body, http.Actor())));
        asset.MapPut("/uses/{act}/reversal", async Task<Reply> (string asset, string act, AssetReversalBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.ReverseUse(asset, act, body, http.Actor())));
        asset.MapPut("/transfers/{act}", async Task<Reply> (string asset, string act, AssetTransferBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.Transfer(asset, act, body, http.Actor())));
        asset.MapPut("/write-offs/{act}", async Task<Reply> (string asset, string act, WriteOffBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.AskWriteOff(asset, act, body, http.Actor())));
        asset.MapPut("/write-offs/{act}/decision", async Task<Reply> (string asset, string act, WriteOffDecisionBody body, AssetDesk desk, HttpContext http) =>
            await Act(http, act, asset, () => desk.DecideWriteOff(asset, act, body, http.Actor())));
    }

    private static void MapReads(RouteGroupBuilder reads)
    {
        reads.MapGet("/{asset}", async Task<Results<Ok<AssetView>, ProblemHttpResult>> (string asset, AssetReader reader, HttpContext http, CancellationToken cancellation) =>
        {
            var (view, refusal) = await reader.Asset(asset, http.Sender(), cancellation);
            if (view is null) return Replies.Problem(refusal!);
            http.Tag(view.Version);
            return TypedResults.Ok(view);
        });
    }

    private static async Task<Reply> Act(HttpContext http, string act, string owner, Func<Task<CommandReply>> put) =>
        HouseholdLimits.IsId(act) && HouseholdLimits.IsId(owner) ? http.Answer(act, await put()) : Replies.Problem(CommandRefusal.IdMalformed, "id");
}
