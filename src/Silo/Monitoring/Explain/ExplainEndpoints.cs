using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Audit;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Monitoring.Explain;

public static class ExplainEndpoints
{
    public static void AddExplain(this IServiceCollection services) => services.AddSingleton<MonitoringExplainer>();

    public static void MapExplain(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/households/{id}/explain").RequireAuthorization(RolePolicies.Registrar).WithSender().WithAfter().WithTags("监测").MapGet("", Explain);

    private static async Task<Results<Ok<MonitoringExplanation>, ProblemHttpResult>> Explain(
        string id, DateOnly? on, DateOnly? knownOn, string? purpose, MonitoringExplainer explainer, HttpContext http, CancellationToken cancellation)
    {
        if (Purposes.Broken(purpose) is { } unknown) return Replies.Problem(unknown, "purpose");
        var (explanation, refusal) = await explainer.Explain(id, on, knownOn, purpose ?? Purposes.Register, http.Sender(), cancellation);
        if (explanation is null) return Replies.Problem(refusal!);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(explanation);
    }
}
