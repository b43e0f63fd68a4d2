using Npgsql;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Revitalization.Engine.Orleans.Cluster;

/// <summary>
/// Many silos, one membership table in PostgreSQL. Times as measured on two silos: with Orleans' defaults a dead silo holds up its
/// callers for half a minute and more, with these for some seconds.
/// </summary>
internal static class Membership
{
    private const string Provider = "Npgsql";

    public static void JoinCluster(this ISiloBuilder silo, string connection, int siloPort, int gatewayPort)
    {
        silo.UseAdoNetClustering(options =>
        {
            options.Invariant = Provider;
            options.ConnectionString = InOwnSchema(connection);
        });
        silo.ConfigureEndpoints(siloPort, gatewayPort, listenOnAnyHostAddress: true);
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(1);
            membership.MaxProbeTimeout = TimeSpan.FromSeconds(1.5);
            membership.DefunctSiloExpiration = TimeSpan.FromDays(1);
        });
        silo.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
    }

    /// <summary>The provider names its tables without a schema, so the connection says which one they are in.</summary>
    public static string InOwnSchema(string connection) =>
        new NpgsqlConnectionStringBuilder(connection) { SearchPath = MembershipSchema.Name }.ConnectionString;
}
