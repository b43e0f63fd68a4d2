using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Contracts.Identity;

namespace Revitalization.SystemTests.Standalone;

public sealed class PostgresTests(RunningPlatform running)
{
    // The office that has a database administrator gets the same platform as the one that has not.
    [Fact]
    public async Task On_PostgreSQL_the_same_sample_gives_the_same_figures_and_is_kept_between_starts()
    {
        await using var server = new PostgresServer();
        var connection = await server.CreateDatabase();
        using var data = new TemporaryFolder();
        var onSqlite = await RestartTests.Figures(await running.Loaded());

        await using (var first = await StandaloneProcess.Start(data.Path, arguments: ["--postgres", connection]))
        {
            await first.Loaded();
            first.Output.ShouldContain("PostgreSQL");
            (await RestartTests.Figures(first)).ShouldBe(onSqlite);
            (await first.Stop()).ShouldBe(0, first.Output);
        }
        File.Exists(Path.Combine(data.Path, "events.db")).ShouldBeFalse();

        await using var second = await StandaloneProcess.Start(data.Path, arguments: ["--postgres", connection]);
        await second.Loaded();
        second.Output.ShouldNotContain("first start");
        (await RestartTests.Figures(second)).ShouldBe(onSqlite);
        using var county = second.As(Roles.County);
        (await county.GetAsync("/api/releases/1")).EnsureSuccessStatusCode();
    }
}
