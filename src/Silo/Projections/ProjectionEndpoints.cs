using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Silo.Reactors;
using Revitalization.Silo.Requests;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projections;

/// <summary>How far a projection has come.</summary>
/// <param name="Lag">Positions of the log it has not seen.</param>
/// <param name="Error">Why it stopped; null while it runs.</param>
/// <param name="RebuildError">Why its last rebuild stopped; null where none did.</param>
public sealed record ProjectionState(string Name, int SchemaVersion, long Position, long Lag, string? Error, string? RebuildError);

/// <summary>For whoever runs the machine: lag, stops, and a rebuild from zero while the old tables serve.</summary>
public static class ProjectionEndpoints
{
    public static void MapProjections(this IEndpointRouteBuilder routes)
    {
        var projections = routes.MapGroup("/api/projections").RequireAuthorization(Roles.SystemAdministrator).WithTags("投影");
        projections.MapGet("", List);
        projections.MapPut("/{name}/rebuild", Rebuild);
        routes.MapGet("/api/reactors/refusals", Refusals).RequireAuthorization(Roles.SystemAdministrator).WithTags("投影");
    }

    private static async Task<Ok<ProjectionState[]>> List(ProjectionService service, IEventLog log, CancellationToken cancellation)
    {
        var head = await log.Head(cancellation);
        return TypedResults.Ok(service.Projectors.Select(projector => new ProjectionState(
            projector.Projection.Name, projector.Projection.SchemaVersion, projector.Position, head - projector.Position, projector.Error, projector.RebuildError)).ToArray());
    }

    private static async Task<Ok<IReadOnlyList<ReactorRefusal>>> Refusals(IRegistryDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        return TypedResults.Ok(await ReactorRefusals.List(connection, cancellation));
    }

    private static Results<Accepted, ProblemHttpResult> Rebuild(string name, ProjectionService service)
    {
        if (service.Projectors.All(projector => projector.Projection.Name != name)) return Replies.Problem(QueryRefusal.ProjectionNotFound);
        service.RequestRebuild(name);
        return TypedResults.Accepted("/api/projections");
    }
}
