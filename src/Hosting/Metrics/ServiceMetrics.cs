using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Revitalization.Hosting.Metrics;

/// <summary>
/// Metrics of a service. Make instruments with the <see cref="IMeterFactory"/> of the service's container and a meter
/// whose name starts with <c>Revitalization</c>; they appear on the internal port at <c>/metrics</c>. Label values must be bounded
/// and never personal.
/// </summary>
public static class ServiceMetrics
{
    public const string Meter = "Revitalization";

    internal static void AddServiceMetrics(this IServiceCollection services, ServiceOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<RequestMetrics>();
        services.AddSingleton<PrometheusExporter>();
    }

    internal static void MapMetrics(this IEndpointRouteBuilder routes) => routes
        .MapGet("/metrics", (PrometheusExporter exporter) => TypedResults.Text(exporter.Write(), PrometheusExporter.MediaType))
        .AllowAnonymous();
}
