using System.Net;
using Revitalization.Gateway.Limits;
using Revitalization.Gateway.Sessions;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Revitalization.Gateway.Routes;

/// <summary>What every forwarded request goes through, outermost first.</summary>
internal static class Proxy
{
    public static void AddProxy(this IServiceCollection services, GatewayOptions options) => services
        .AddReverseProxy()
        .LoadFromMemory(ProxyRoutes.Routes(options), ProxyRoutes.Clusters(options))
        .ConfigureHttpClient((_, handler) =>
        {
            handler.ConnectTimeout = TimeSpan.FromSeconds(3);
            handler.AutomaticDecompression = DecompressionMethods.None;
            if (options.Neighbours is { } neighbours) handler.ConnectCallback = neighbours.Connect;
        })
        .AddTransforms(ProxyHeaders.Add);

    public static void MapProxy(this WebApplication app) => app.MapReverseProxy(pipeline =>
    {
        var rates = app.Services.GetRequiredService<RequestRates>();
        var sizes = new BodySizes(app.Services.GetRequiredService<GatewayOptions>().Limits);
        var credentials = ActivatorUtilities.CreateInstance<CredentialExchange>(app.Services);
        pipeline.Use((context, next) => rates.Admit(context, next));
        pipeline.Use((context, next) => sizes.Admit(context, next));
        pipeline.Use((context, next) => PlainRequests.Admit(context, next));
        pipeline.Use((context, next) => credentials.Attach(context, next));
        pipeline.Use((context, next) => ServiceAnswer.Await(context, next));
        pipeline.UseLoadBalancing();
        pipeline.UsePassiveHealthChecks();
    });

    public static bool IsMarked(HttpContext context, string mark) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata?.ContainsKey(mark) == true;
}
