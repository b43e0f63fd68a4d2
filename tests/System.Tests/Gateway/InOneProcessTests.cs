namespace Revitalization.SystemTests.Gateway;

/// <summary>A Gateway that shares its process with the services behind it.</summary>
public sealed class GatewayBenchInOneProcess() : GatewayBench(inOneProcess: true);

// What runs on one machine is what runs in a cluster: routes, headers, limits and words of refusal do not depend on how the two are connected.
public sealed class RouteInOneProcessTests(GatewayBenchInOneProcess bench) : RouteTests(bench), IClassFixture<GatewayBenchInOneProcess>;

public sealed class LimitInOneProcessTests : LimitTests
{
    protected override bool InOneProcess => true;
}

public sealed class ServiceDownInOneProcessTests : ServiceDownTests
{
    protected override bool InOneProcess => true;
}
