using System.Net;
using System.Net.Sockets;

namespace Revitalization.SystemTests.Standalone;

// Whoever starts the platform at a county office reads one sentence that says what to do, not a trace.
public sealed class StartRefusalTests(RunningPlatform running)
{
    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var occupied = new TcpListener(IPAddress.Loopback, 0);
        occupied.Start();
        var port = ((IPEndPoint)occupied.LocalEndpoint).Port;

        await using var platform = StandaloneProcess.Launch(arguments: ["--port", $"{port}"]);

        (await platform.Exit()).ShouldBe(3, platform.Output);
        platform.Output.ShouldContain($"Port {port} is in use");
        Plain(platform);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        await using var platform = StandaloneProcess.Launch(Path.Combine(file, "data"));

        (await platform.Exit()).ShouldBe(4, platform.Output);
        platform.Output.ShouldContain("cannot be written");
        Plain(platform);
    }

    [Fact]
    public async Task Two_platforms_never_share_a_data_folder()
    {
        var first = await running.Loaded();
        await using var second = StandaloneProcess.Launch(first.DataDirectory);
        (await second.Exit()).ShouldBe(4, second.Output);
        second.Output.ShouldContain("Another platform is running");
        Plain(second);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=platform;Username=u;Password=geheim-9", "PostgreSQL cannot be used (127.0.0.1:1, database platform)")]
    [InlineData("this is none", "is no connection string")]
    public async Task PostgreSQL_that_is_not_there_is_named_without_its_password(string connection, string said)
    {
        await using var platform = StandaloneProcess.Launch(arguments: ["--postgres", connection]);
        (await platform.Exit()).ShouldBe(5, platform.Output);
        platform.Output.ShouldContain(said);
        platform.Output.ShouldNotContain("geheim-9");
        Plain(platform);
    }

    [Theory]
    [InlineData("--port", "99999")]
    [InlineData("--port", "http")]
    [InlineData("--sample", "huge")]
    [InlineData("--colour", "red")]
    [InlineData("--listen", "nowhere")]
    public async Task An_option_that_makes_no_sense_is_named(string option, string value)
    {
        await using var platform = StandaloneProcess.Launch(arguments: [option, value]);
        (await platform.Exit()).ShouldBe(1, platform.Output);
        platform.Output.ShouldContain(value);
        Plain(platform);
    }

    [Fact]
    public async Task An_engine_that_is_not_built_is_named()
    {
        var other = Revitalization.Engine.EngineInfo.Name == "Local" ? "orleans" : "local";
        await using var platform = StandaloneProcess.Launch(arguments: ["--engine", other]);
        (await platform.Exit()).ShouldBe(1, platform.Output);
        platform.Output.ShouldContain("is not built here");
    }

    private static void Plain(StandaloneProcess platform) => platform.Output.ShouldNotContain("   at ");
}
