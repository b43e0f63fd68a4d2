using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Refusals;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Households;
using Revitalization.Silo.Requests;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Audit;

/// <summary>The event log for auditors, personal fields masked; and the list of refusals for everybody.</summary>
public static class EventEndpoints
{
    private const int EventsMax = 1000;

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/events", Events)
            .RequireAuthorization(policy => RolePolicies.RequireRole(policy, Roles.Auditor, Roles.AuditAdministrator)).WithTags("审计");
        routes.MapGet("/api/problems", (RefusalCatalog catalog) => TypedResults.Ok(catalog.All.OrderBy(entry => entry.Code, StringComparer.Ordinal)))
            .AllowAnonymous().WithTags("拒绝原因");
        routes.MapGet("/api/problems/{code}", Problem).AllowAnonymous().WithTags("拒绝原因");
    }

    private static async Task<Results<Ok<Page<HistoryEntry>>, ProblemHttpResult>> Events(
        long? after, int? limit, IEventLog log, CancellationToken cancellation)
    {
        if (limit is < 1 or > EventsMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (after < 0) return Replies.Problem(QueryRefusal.CursorInvalid, "after");
        var size = limit ?? 200;
        var events = await log.Read(after ?? 0, size, cancellation);
        var next = events.Count == size ? events[^1].Seq.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Page<HistoryEntry>([.. events.Select(MaskedEvents.Entry)], next));
    }

    private static Results<Ok<RefusalEntry>, NotFound> Problem(string code, RefusalCatalog catalog) =>
        catalog.All.FirstOrDefault(entry => entry.Code == code) is { } entry ? TypedResults.Ok(entry) : TypedResults.NotFound();
}
