using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Imports;
using Revitalization.Hosting.Refusals;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Imports;

/// <summary>A region's saved column mappings: <c>/api/imports/mappings/{kind}/{source}?region=</c>.</summary>
public static class MappingEndpoints
{
    public static void MapColumnMappings(this IEndpointRouteBuilder routes)
    {
        var mappings = routes.MapGroup("/api/imports/mappings").RequireAuthorization(Roles.County).WithSender().WithTags("列映射");
        mappings.MapGet("", List);
        mappings.MapGet("/{kind}/{source}", Get);
        mappings.MapPut("/{kind}/{source}", Put);
        mappings.MapDelete("/{kind}/{source}", Delete);
    }

    private static async Task<Ok<ColumnMappingList>> List(ImportDirectory directory, MappingDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var found = await directory.Mappings(http.Sender().Regions(), cancellation);
        var mappings = await Task.WhenAll(found.Select(each => desk.Find(each.Region, each.Kind, each.Source)));
        return TypedResults.Ok(new ColumnMappingList([.. mappings.OfType<ColumnMapping>()]));
    }

    private static async Task<Results<Ok<ColumnMapping>, ProblemHttpResult>> Get(string kind, string source, string? region, MappingDesk desk, HttpContext http)
    {
        if (ImportPlace.Region(region, http.Sender(), out var within) is { } refusal) return Problems.From(refusal);
        if (await desk.Find(within, kind, source) is not { } mapping) return Problems.From(ImportRefusal.MappingUnknown);
        http.Tag(mapping.Version);
        return TypedResults.Ok(mapping);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Put(
        string kind, string source, string? region, ColumnMappingBody body, MappingDesk desk, HttpContext http)
    {
        if (ImportPlace.Region(region, http.Sender(), out var within) is { } refusal) return Problems.From(refusal);
        if (source.Contains('/', StringComparison.Ordinal)) return Problems.From(ImportRefusal.MappingInvalid);
        return http.Answer(source, await desk.Put(within, kind, source, body, http.Sender()));
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Delete(
        string kind, string source, string? region, MappingDesk desk, HttpContext http)
    {
        if (ImportPlace.Region(region, http.Sender(), out var within) is { } refusal) return Problems.From(refusal);
        return http.Answer(source, await desk.Remove(within, kind, source, http.Sender()));
    }
}
