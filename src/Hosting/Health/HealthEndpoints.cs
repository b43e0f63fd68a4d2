using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Revitalization.Hosting.Health;

internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddHealth(this IServiceCollection services) =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IReadinessCheck, Draining>());

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "live").AllowAnonymous();
        routes.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task Ready(HttpContext context)
    {
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var check in context.RequestServices.GetServices<IReadinessCheck>())
        {
            if (await WhyNot(check, context.RequestAborted) is { } reason) reasons[check.Name] = reason;
        }
        var status = reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await TypedResults.Json(new { ready = reasons.Count == 0, reasons }, statusCode: status).ExecuteAsync(context);
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
