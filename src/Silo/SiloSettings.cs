using System.Globalization;
using System.Net;

namespace Revitalization.Silo;

/// <summary>Options of a Silo that runs as its own process, from the environment; k8s/platform.yaml shows them all.</summary>
public static class SiloSettings
{
    /// <param name="variable">Looks up an environment variable.</param>
    public static SiloOptions Read(Func<string, string?> variable)
    {
        var (postgres, cluster) = (Text("PLATFORM_POSTGRES"), Text("PLATFORM_CLUSTER"));
        if (cluster is not null && postgres is null)
            throw new InvalidOperationException("PLATFORM_CLUSTER makes several Silos one; they share their events, so PLATFORM_POSTGRES must be set.");
        return new SiloOptions(
            EndPoint("PLATFORM_LISTEN", "0.0.0.0:8081"), EndPoint("PLATFORM_INTERNAL_LISTEN", "0.0.0.0:9081"),
            Text("PLATFORM_DATA") ?? "data", postgres, Number("PLATFORM_GRAINS", 50_000))
        {
            ClusterConnection = cluster,
            ClusterPort = Number("PLATFORM_CLUSTER_PORT", 0),
            ClusterGatewayPort = Number("PLATFORM_CLUSTER_GATEWAY_PORT", 0),
        };

        string? Text(string name) => variable(name) is { Length: > 0 } value ? value : null;
        int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
        // The other services state an address with its scheme; so may this one.
        IPEndPoint EndPoint(string name, string otherwise) =>
            IPEndPoint.Parse((Text(name) ?? otherwise).Replace("http://", "", StringComparison.Ordinal).TrimEnd('/'));
    }
}
