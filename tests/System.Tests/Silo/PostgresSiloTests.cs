using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;

namespace Revitalization.SystemTests.Silo;

/// <summary>The same Silo on PostgreSQL: the SQL of tables, searches and rebuilds is the common subset.</summary>
public sealed class PostgresSiloTests
{
    [Fact]
    public async Task The_register_behaves_alike_on_PostgreSQL()
    {
        await using var server = new PostgresServer();
        await using var silo = await (await RunningSilo.Start(postgres: await server.CreateDatabase())).WithVillages();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        await county.Accepted("/api/households/P1", Given.Household());
        await county.Accepted("/api/households/P2", Given.Household(RunningSilo.OtherVillage));
        await county.Accepted("/api/households/P1/members/1", Given.Member(1));
        await county.Accepted("/api/households/P2/members/1", Given.Member(1));
        await county.Accepted("/api/households/P1/incomes/2023-Q1", Given.Income());
        await silo.Projected();

        (await county.Read<Page<DuplicatePerson>>("/api/duplicates")).Items.Single().Places.Count.ShouldBe(2);
        await silo.Get<ProjectionService>().Rebuild(RegisterProjection.ProjectionName, default);
        await silo.Get<ProjectionService>().Rebuild(RegisterProjection.ProjectionName, default);
        var reply = await county.PostAsJsonAsync("/api/households/search", new HouseholdSearch(NationalId: Given.NationalId(1)), ServiceJson.Options);
        (await reply.Content.ReadFromJsonAsync<Page<HouseholdFound>>(ServiceJson.Options))!.Items.Count.ShouldBe(2);
        (await county.Read<HouseholdView>("/api/households/P1")).Incomes.Single().NetFen.ShouldBe(1_450_00);
    }

    // Tried in the field: a server that is stopped and started again.
    [Fact]
    public async Task A_database_that_goes_away_makes_it_not_ready_and_one_that_comes_back_ready_again()
    {
        await using var server = new PostgresServer();
        var database = await server.CreateDatabase();
        await using var silo = await (await RunningSilo.Start(postgres: database)).WithVillages();
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        using var probe = new HttpClient { BaseAddress = Revitalization.Hosting.Ports.ServiceAddresses.InternalAddress(silo.App) };
        await Until(probe, ready: true);
        var name = new NpgsqlConnectionStringBuilder(database).Database!;
        await using var other = NpgsqlDataSource.Create(await server.CreateDatabase());

        await Say(other, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await Say(other, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await Until(probe, ready: false);
        (await probe.GetStringAsync(new Uri("/health/live", UriKind.Relative))).ShouldBe("live");

        await Say(other, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        await Until(probe, ready: true);
        // A connection that broke meanwhile may be met once more: the sender is told to come again, and does.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await county.Put("/api/households/P1", Given.Household())).StatusCode == HttpStatusCode.ServiceUnavailable) await Task.Delay(50, patience.Token);
        await county.Accepted("/api/households/P1", Given.Household());
        await silo.Projected();
    }

    private static async Task Until(HttpClient probe, bool ready)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await probe.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).IsSuccessStatusCode != ready) await Task.Delay(50, patience.Token);
    }

    private static async Task Say(NpgsqlDataSource to, string sql)
    {
        await using var command = to.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
