using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Revitalization.Hosting.Correlation;
using Revitalization.Hosting.Headers;
using Revitalization.Hosting.Health;
using Revitalization.Hosting.Metrics;
using Revitalization.Hosting.Ports;
using Revitalization.Hosting.Refusals;
using Revitalization.Hosting.Requests;

namespace Revitalization.Hosting;

internal static class ServicePipeline
{
    // Outermost first. Headers and correlation come before whatever can refuse, so that refusals carry them too.
    public static WebApplication Use(WebApplication app, Action<IApplicationBuilder>? early)
    {
        var options = app.Services.GetRequiredService<ServiceOptions>();
        // It hears only what is measured after it began to listen.
        app.Services.GetRequiredService<PrometheusExporter>();
        app.MapWhen(InternalPort.Carries, inside => inside.UseRouting().UseEndpoints(routes =>
        {
            routes.MapHealth();
            routes.MapMetrics();
        }));
        app.UseCorrelation();
        app.UseAnswerHeaders(options);
        app.UseRequestLog();
        app.UseProblems();
        early?.Invoke(app);
        app.UseRouting();
        app.UseUnknownAddress();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }
}
