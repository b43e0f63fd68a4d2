using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Revitalization.Hosting.Health;

/// <summary>Probes: alive, and ready to be sent requests.</summary>
public static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal static void AddHealth(this IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReadinessCheck, Draining>());

    internal static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "live").AllowAnonymous();
        routes.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    /// <summary>For the Gateway alone, whose probes the outside may see: yes or no, without the reasons.</summary>
    public static void MapPublicHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "live").AllowAnonymous();
        routes.MapGet("/health/ready", async (HttpContext context) =>
            (await Reasons(context)).Count == 0 ? Results.Text("ready") : Results.Text("not ready", statusCode: 503)).AllowAnonymous();
    }

    private static async Task Ready(HttpContext context)
    {
        var reasons = await Reasons(context);
        var status = reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        var degraded = Degraded(context);
        var said = reasons.Count > 0 ? "not ready" : degraded.Count > 0 ? "degraded" : "ready";
        await TypedResults.Json(new { status = said, ready = reasons.Count == 0, reasons, degraded }, statusCode: status).ExecuteAsync(context);
    }

    private static async Task<SortedDictionary<string, string>> Reasons(HttpContext context)
    {
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in context.RequestServices.GetServices<IReadinessCheck>())
        {
            if (await WhyNot(check, context.RequestAborted) is { } reason) reasons[check.Name] = reason;
        }
        return reasons;
    }

    private static SortedDictionary<string, string> Degraded(HttpContext context)
    {
        var degraded = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in context.RequestServices.GetServices<IReadinessCheck>())
        {
            if (check.WhyDegraded() is { } reason) degraded[check.Name] = reason;
        }
        return degraded;
    }

    private static async ValueTask<string?> WhyNot(IReadinessCheck check, CancellationToken aborted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(Patience);
        try
        {
            return await check.WhyNotReady(patience.Token);
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }

    /// <summary>A service that is stopping finishes what it has and asks for nothing new.</summary>
    private sealed class Draining(IHostApplicationLifetime lifetime) : IReadinessCheck
    {
        public string Name => "draining";

        public ValueTask<string?> WhyNotReady(CancellationToken cancellation) =>
            new(lifetime.ApplicationStopping.IsCancellationRequested ? "stopping" : null);
    }
}
