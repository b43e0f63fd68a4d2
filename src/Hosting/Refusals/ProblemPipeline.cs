using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Correlation;

namespace Revitalization.Hosting.Refusals;

internal static class ProblemPipeline
{
    public static void AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(problems => problems.CustomizeProblemDetails = problem =>
            problem.ProblemDetails.Extensions["traceId"] = CorrelationId.Of(problem.HttpContext))
        .AddExceptionHandler<UnexpectedFailure>();

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true });
        // Statuses that the framework itself answers without a body: 404, 405, 415, 401, 403 …
        app.UseStatusCodePages(pages => StatusProblems.Write(pages.HttpContext));
    }

    public static void UseUnknownAddress(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
