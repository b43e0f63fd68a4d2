using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Revitalization.Contracts.Refusals;
using Revitalization.Hosting.Access;
using Revitalization.Hosting.Health;
using Revitalization.Hosting.Json;
using Revitalization.Hosting.Metrics;
using Revitalization.Hosting.Neighbours;
using Revitalization.Hosting.Ports;
using Revitalization.Hosting.Refusals;
using Revitalization.Hosting.Requests;

namespace Revitalization.Hosting;

internal static class ServiceBuilder
{
    public static WebApplicationBuilder Create(ServiceOptions options)
    {
        // Empty on purpose: an appsettings.json or an environment variable of the machine must not change a service unseen.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = $"Revitalization.{char.ToUpperInvariant(options.Name[0])}{options.Name[1..]}",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Limit(kestrel, options));
        builder.Logging.AddServiceLog(options);
        AddServices(builder.Services, options);
        return builder;
    }

    private static void AddServices(IServiceCollection services, ServiceOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(new RefusalCatalog([typeof(RefusalCatalog).Assembly, .. options.RefusalAssemblies]));
        services.Configure<SocketTransportOptions>(TuneSockets);
        if (options.Neighbours is { } neighbours) services.AddNeighbours(neighbours);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTime);
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => ServiceJson.Configure(json.SerializerOptions));
        services.AddProblems();
        services.AddTokenCheck(options);
        services.AddServiceMetrics(options);
        services.AddHealth();
    }

    private static void TuneSockets(SocketTransportOptions sockets)
    {
        // What the socket's own thread-pool item has read is answered there, not passed on to another: an eighth of a proxied request's processor.
        sockets.UnsafePreferInlineScheduling = true;
        // One system call for each request less; a connection that waits holds 4 KB for it, and connections are bounded.
        sockets.WaitForDataBeforeAllocatingBuffer = false;
    }

    private static void Limit(KestrelServerOptions kestrel, ServiceOptions options)
    {
        InternalPort.Listen(kestrel, options);
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = options.MaxBodyBytes;
        limits.MaxRequestLineSize = 16 * 1024;
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxRequestHeaderCount = 100;
        limits.MaxConcurrentConnections = 10_000;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
    }
}
