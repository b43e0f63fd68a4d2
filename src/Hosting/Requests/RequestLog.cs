using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Revitalization.Hosting.Correlation;
using Revitalization.Hosting.Metrics;

namespace Revitalization.Hosting.Requests;

/// <summary>One line for each request: the route's template, never the address itself, which may hold ids and queries.</summary>
public static partial class RequestLog
{
    internal static void UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Revitalization.Requests");
        var metrics = app.ApplicationServices.GetRequiredService<RequestMetrics>();
        app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                var elapsed = Stopwatch.GetElapsedTime(started);
                var route = RouteOf(context);
                metrics.Record(context.Request.Method, route, context.Response.StatusCode, elapsed);
                Write(log, Method(context), route, context.Response.StatusCode, (long)elapsed.TotalMilliseconds, CorrelationId.Of(context));
            }
        });
    }

    /// <summary>The template of the route that answers, or <c>(none)</c>.</summary>
    internal static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";

    // A method is the caller's text too.
    internal static string Method(HttpContext context) => RequestMetrics.Bounded(context.Request.Method);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Ms} ms {Correlation}")]
    private static partial void Write(ILogger log, string method, string route, int status, long ms, string correlation);
}
