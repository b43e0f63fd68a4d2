using Microsoft.AspNetCore.HttpOverrides;
using Revitalization.Gateway.Limits;
using Revitalization.Gateway.Routes;
using Revitalization.Gateway.Sessions;
using Revitalization.Hosting;
using Revitalization.Hosting.Health;

namespace Revitalization.Gateway;

/// <summary>The one way in from outside (网关): routes, sign-in, limits.</summary>
public static class GatewayService
{
    public static WebApplication Build(GatewayOptions options)
    {
        var builder = ServiceHost.CreateBuilder(new ServiceOptions("gateway")
        {
            Address = options.Listen,
            InternalAddress = options.InternalListen,
            MaxBodyBytes = options.Limits.BodyBytes,
            AnonymousByDefault = true, // The services behind check tokens; the Gateway only obtains them.
            Clock = options.Clock,
            Neighbours = options.Neighbours,
            LogLevel = options.LogLevel,
        });
        AddServices(builder.Services, options);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseService();
        app.MapPublicHealth();
        app.MapSignIn();
        app.MapSignOut();
        app.MapProxy();
        return app;
    }

    private static void AddServices(IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton(options);
        services.Configure<ForwardedHeadersOptions>(forwarded => TrustedProxies.Believe(forwarded, options.TrustedProxies));
        services.AddSingleton<RequestRates>();
        services.AddSingleton<SignInRates>();
        services.AddSingleton<SessionSeal>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<SiloSessions>();
        services.AddSingleton<TokenCache>();
        foreach (var (name, address) in options.Behind) services.AddSingleton<IReadinessCheck>(_ => new ServiceBehind(name, address));
        services.AddProxy(options);
    }
}
