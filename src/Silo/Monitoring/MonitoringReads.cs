using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Monitoring.Reading;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Monitoring;

/// <summary>One household's monitoring file, for whoever answers for its village now; each read is an audited event.</summary>
public static class MonitoringReads
{
    public static void MapMonitoringReads(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/households/{id}/monitoring", Read).RequireAuthorization(RolePolicies.Registrar).WithSender().WithAfter().WithTags("监测");

    private static async Task<Results<Ok<MonitoringView>, ProblemHttpResult>> Read(
        string id, string? purpose, MonitoringReader reader, HttpContext http, CancellationToken cancellation)
    {
        if (Purposes.Broken(purpose) is { } unknown) return Replies.Problem(unknown, "purpose");
        var (view, refusal) = await reader.Read(id, purpose ?? Purposes.Monitoring, http.Sender(), cancellation);
        if (view is null) return Replies.Problem(refusal!);
        http.Tag(view.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(view);
    }
}
