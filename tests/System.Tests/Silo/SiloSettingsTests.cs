using Revitalization.Engine;
using Revitalization.Silo;

namespace Revitalization.SystemTests.Silo;

/// <summary>What an operator states in the environment is what the Silo runs with.</summary>
public sealed class SiloSettingsTests
{
    private const string Postgres = "Host=db;Database=county";

    [Fact]
    public void An_address_is_stated_with_or_without_its_scheme()
    {
        Read(("PLATFORM_LISTEN", "http://0.0.0.0:8080")).Listen.ToString().ShouldBe("0.0.0.0:8080");
        Read(("PLATFORM_INTERNAL_LISTEN", "127.0.0.1:9000")).InternalListen!.ToString().ShouldBe("127.0.0.1:9000");
        Read().ClusterConnection.ShouldBeNull();
    }

    [Fact]
    public void Silos_that_name_one_database_are_one_cluster()
    {
        var options = Read(("PLATFORM_POSTGRES", Postgres), ("PLATFORM_CLUSTER", Postgres), ("PLATFORM_CLUSTER_PORT", "11111"), ("PLATFORM_CLUSTER_GATEWAY_PORT", "30000"));

        (options.ClusterConnection, options.ClusterPort, options.ClusterGatewayPort).ShouldBe((Postgres, 11111, 30000));
        Should.Throw<InvalidOperationException>(() => Read(("PLATFORM_CLUSTER", Postgres))).Message.ShouldContain("PLATFORM_POSTGRES");
    }

    // An operator who believes he has a cluster must not have several lone processes on one log.
    [Fact]
    public void The_local_engine_refuses_to_be_a_cluster()
    {
        Assert.SkipUnless(EngineInfo.Name == "Local", "This build holds Orleans; its own cluster is tested with the engine.");
        var data = Path.Combine(Path.GetTempPath(), "silo-" + Path.GetRandomFileName());
        var options = Read(("PLATFORM_POSTGRES", Postgres), ("PLATFORM_CLUSTER", Postgres), ("PLATFORM_DATA", data));

        Should.Throw<InvalidOperationException>(() => SiloService.Build(options)).Message.ShouldContain("Orleans");
    }

    private static SiloOptions Read(params (string Name, string Value)[] variables) =>
        SiloSettings.Read(name => Array.Find(variables, variable => variable.Name == name).Value);
}
