using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Regions;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Regions;

/// <summary>Administrative regions (行政区划): public facts.</summary>
public static class RegionEndpoints
{
    public static void MapRegions(this IEndpointRouteBuilder routes)
    {
        var regions = routes.MapGroup("/api/regions").AllowAnonymous().WithTags("行政区划");
        regions.MapGet("/{code}", Get);
        regions.MapGet("/{code}/children", Children);
        regions.MapGet("", Search);
    }

    private static Results<Ok<RegionView>, ProblemHttpResult> Get(string code, RegionBook book) =>
        book.Find(code) is { } region ? TypedResults.Ok(View(region, book)) : Replies.Problem(QueryRefusal.RegionNotFound);

    private static Results<Ok<IReadOnlyList<RegionView>>, ProblemHttpResult> Children(string code, RegionBook book) =>
        book.Find(code) is null
            ? Replies.Problem(QueryRefusal.RegionNotFound)
            : TypedResults.Ok<IReadOnlyList<RegionView>>([.. book.Children(code).Select(region => View(region, book))]);

    // Without a name: the provinces.
    private static Ok<IReadOnlyList<RegionView>> Search(string? name, RegionBook book) => TypedResults.Ok<IReadOnlyList<RegionView>>(
        [.. (name is null ? book.Children(null) : book.Search(name)).Select(region => View(region, book))]);

    private static RegionView View(Region region, RegionBook book) => new(
        region.Code, region.Name, region.Level.ToString().ToLowerInvariant(), region.ParentCode, RegionNames.Full(book, region.Code));
}
