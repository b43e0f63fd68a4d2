using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Hosting.Correlation;

namespace Revitalization.Hosting.Refusals;

internal static class ProblemPipeline
{
    public static void AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(problems => problems.CustomizeProblemDetails = problem =>
            problem.ProblemDetails.Extensions["traceId"] = CorrelationId.Of(problem.HttpContext))
        .AddSingleton<FailureProblems>();

    public static void UseProblems(this IApplicationBuilder app)
    {
        // Not the framework's exception handler: it forgets the endpoint, and with it the route that log and metrics name.
        var failures = app.ApplicationServices.GetRequiredService<FailureProblems>();
        app.Use((context, next) => failures.Guard(context, next));
        // Statuses that the framework itself answers without a body: 404, 405, 415, 401, 403 …
        app.UseStatusCodePages(pages => StatusProblems.Write(pages.HttpContext));
    }

    /// <summary>What routing found to be no endpoint of ours is answered before anybody asks who calls.</summary>
    public static void UseUnknownAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var endpoint = context.GetEndpoint();
        if (endpoint is RouteEndpoint) return next(context);
        // Routing's own answers, 405 with its Allow header and 415, are endpoints too, without a route.
        if (endpoint?.RequestDelegate is { } answer) return answer(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
