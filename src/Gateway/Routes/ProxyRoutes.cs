using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.LoadBalancing;

namespace Revitalization.Gateway.Routes;

/// <summary>Which address goes to which service.</summary>
internal static class ProxyRoutes
{
    private const string Silo = "silo", Workbench = "workbench", Portal = "portal", Province = "province";

    /// <summary>Routes whose service wants to know who calls; the others get no credential at all.</summary>
    public const string Credentialed = "Credentialed";

    /// <summary>Routes where whole sheets come in.</summary>
    public const string Sheets = "Sheets";

    /// <summary>Routes where a picture or a paper comes in.</summary>
    public const string Files = "Files";

    /// <summary>Routes where a form comes in, perhaps with several files.</summary>
    public const string Forms = "Forms";

    /// <summary>Routes where somebody signs in.</summary>
    public const string SignIn = "SignIn";

    public static IReadOnlyList<RouteConfig> Routes(GatewayOptions options) =>
    [
        Route("sessions", Silo, "/api/sessions", 1, Credentialed, SignIn),
        Route("sheets", Silo, "/api/imports/{**rest}", 1, Credentialed, Sheets),
        Route("files", Silo, "/api/{kind}/{id}/evidence/{hash}", 1, Credentialed, Files),
        Route("own-files", Silo, "/api/{kind}/evidence/{hash}", 1, Credentialed, Files),
        Route("api", Silo, "/api/{**rest}", 2, Credentialed),
        Route("workbench-sheets", Workbench, "/workbench/imports/{**rest}", 1, Credentialed, Sheets),
        Route("workbench", Workbench, "/workbench/{**rest}", 2, Credentialed, Forms),
        .. options.ProvincePortal is null ? [] : new[]
        {
            Route("province", Province, "/odata/province/{**rest}", 2, Credentialed),
            Route("province-pages", Province, "/province/{**rest}", 2, Credentialed),
        },
        Route("portal", Portal, "/{**rest}", 9),
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(GatewayOptions options) =>
    [
        Cluster(Silo, options, [options.Silo]),
        Cluster(Workbench, options, [options.Workbench]),
        Cluster(Portal, options, options.Portals),
        .. options.ProvincePortal is { } province ? [Cluster(Province, options, [province])] : Array.Empty<ClusterConfig>(),
    ];

    private static RouteConfig Route(string id, string cluster, string path, int order, params string[] marks) => new()
    {
        RouteId = id,
        ClusterId = cluster,
        Match = new RouteMatch { Path = path },
        Order = order,
        Metadata = marks.ToDictionary(mark => mark, _ => "true", StringComparer.Ordinal),
    };

    private static ClusterConfig Cluster(string id, GatewayOptions options, IReadOnlyList<Uri> addresses) => new()
    {
        ClusterId = id,
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        HealthCheck = Passive(addresses.Count),
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = options.Limits.Silence, Version = new Version(1, 1) },
        HttpClient = new HttpClientConfig { MaxConnectionsPerServer = 512 },
        Destinations = addresses.Select((address, index) => (address, index)).ToDictionary(
            one => $"{id}-{one.index}", one => new DestinationConfig { Address = one.address.ToString() }, StringComparer.Ordinal),
    };

    // With one destination there is nothing to choose, and marking it bad would only prolong an outage.
    private static HealthCheckConfig? Passive(int destinations) => destinations < 2 ? null : new HealthCheckConfig
    {
        Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(10) },
    };
}
