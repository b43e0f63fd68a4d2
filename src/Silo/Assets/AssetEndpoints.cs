using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Assets;

/// <summary>Assets by the county: registered from their project, then looked after under their own address.</summary>
public static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/projects/{id}/assets").RequireAuthorization(Roles.County).WithSender().WithTags("资产")
            .MapPart<AssetDesk, AssetBody>("/{part}", (desk, id, asset, body, by) => desk.Register(id, asset, body, by));
        MapActs(routes.MapGroup("/api/assets/{id}").RequireAuthorization(Roles.County).WithSender().WithTags("资产"));
        MapReads(routes.MapGroup("/api/assets").RequireAuthorization(RolePolicies.SignedIn).WithSender().WithAfter().WithTags("资产"));
    }

    private static void MapActs(RouteGroupBuilder asset)
    {
        asset.MapAct<AssetDesk, InspectionBody>("/inspections/{act}", (desk, asset, act, body, by) => desk.Inspect(asset, act, body, by));
        asset.MapAct<AssetDesk, AssetIncomeBody>("/incomes/{act}", (desk, asset, act, body, by) => desk.Earn(asset, act, body, by));
        asset.MapAct<AssetDesk, AssetReversalBody>("/incomes/{act}/reversal", (desk, asset, act, body, by) => desk.ReverseIncome(asset, act, body, by));
        asset.MapAct<AssetDesk, IncomeUseBody>("/uses/{act}", (desk, asset, act, body, by) => desk.Use(asset, act, body, by));
        asset.MapAct<AssetDesk, AssetReversalBody>("/uses/{act}/reversal", (desk, asset, act, body, by) => desk.ReverseUse(asset, act, body, by));
        asset.MapAct<AssetDesk, AssetTransferBody>("/transfers/{act}", (desk, asset, act, body, by) => desk.Transfer(asset, act, body, by));
        asset.MapAct<AssetDesk, WriteOffBody>("/write-offs/{act}", (desk, asset, act, body, by) => desk.AskWriteOff(asset, act, body, by));
        asset.MapAct<AssetDesk, WriteOffDecisionBody>("/write-offs/{act}/decision", (desk, asset, act, body, by) => desk.DecideWriteOff(asset, act, body, by));
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
}
