using Microsoft.AspNetCore.Builder;

namespace Revitalization.Hosting;

/// <summary>What every service does alike, once.</summary>
/// <example>
/// <code>
/// var builder = ServiceHost.CreateBuilder(new ServiceOptions("silo") { … });
/// builder.Services.AddSingleton(…);
/// var app = builder.Build();
/// app.UseService();
/// app.MapHouseholds();
/// return app;
/// </code>
/// </example>
public static class ServiceHost
{
    /// <summary>
    /// A builder that reads no file and no environment of its own: several services in one process never meet.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(ServiceOptions options) => ServiceBuilder.Create(options);

    /// <summary>The common pipeline. Call once, before mapping endpoints.</summary>
    /// <param name="early">Middleware that may answer before routing: it has correlation, headers, log and metrics, but nobody has been asked who calls.</param>
    public static WebApplication UseService(this WebApplication app, Action<IApplicationBuilder>? early = null) => ServicePipeline.Use(app, early);
}
