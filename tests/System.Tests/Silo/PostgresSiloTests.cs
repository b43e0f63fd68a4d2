using System.Net.Http.Json;
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
}
