using System.Net.Http.Json;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Silo.Assets.Lists;
using Revitalization.Silo.Projections;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Aid;

/// <summary>The tables of assets are a function of the log on either database, and every list over them reads there.</summary>
public sealed class AssetProjectionTests
{
    private static readonly DateOnly Day = new(2022, 5, 12);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rebuilt_from_zero_lists_and_traces_say_what_they_said(bool postgres)
    {
        await using var server = new PostgresServer();
        await using var silo = await RunningSilo.Start(postgres: postgres ? await server.CreateDatabase() : null);
        using var county = await silo.SignedIn("wangcang", Roles.County, "510821");
        await Live(county);
        await silo.Projected();

        string[] reads =
        [
            "/api/assets", "/api/assets?class=operating&condition=repair&state=kept&due=true&region=510821101&project=pr-1", "/api/projects", "/api/projects?overdue=true",
            "/api/projects/board", "/api/projects/board?region=510821&year=2022", "/api/funds", "/api/funds?year=2022&source=pool&region=510821", "/api/projects/pr-1/trace",
            "/api/funds/510821-2022-central/trace", "/api/funds/510821-2022-pool/trace",
        ];
        var before = await Task.WhenAll(reads.Select(address => county.GetStringAsync(address)));
        await silo.Get<ProjectionService>().Rebuild(AssetProjection.ProjectionName, default);
        (await Task.WhenAll(reads.Select(address => county.GetStringAsync(address)))).ShouldBe(before);

        var row = (await county.GetFromJsonAsync<Page<AssetRow>>("/api/assets"))!.Items.Single(asset => asset.Id == "z1");
        row.ShouldBe((await county.Find<AssetView>("/api/assets/z1"))!.Row);
        (row.IncomeFen, row.UsedFen, row.Condition).ShouldBe((70_00, 40_00, "repair"));
        Becomes((await county.GetFromJsonAsync<MoneyTrace>("/api/projects/pr-1/trace"))!);
        (await county.GetFromJsonAsync<MoneyTrace>("/api/funds/510821-2022-pool/trace"))!.Links.ShouldContain(new TraceLink("asset/z1", "fund/510821-2022-pool", 40_00));
    }

    // What a project left, and what of that came back into the pool.
    private static void Becomes(MoneyTrace trace)
    {
        trace.Links.ShouldContain(new TraceLink("budget/b1", "fund/510821-2022-central", 500_00));
        trace.Links.ShouldContain(new TraceLink("fund/510821-2022-central", "project/pr-1", 500_00));
        trace.Links.ShouldContain(new TraceLink("project/pr-1", "asset/z1", 600_00));
        trace.Links.ShouldContain(new TraceLink("asset/z1", "fund/510821-2022-pool", 40_00));
        trace.Nodes.ShouldAllBe(node => node.Name.Length > 0);
    }

    private static async Task Live(HttpClient county)
    {
        await county.PutAsJsonAsync("/api/funds/510821-2022-central/budgets/b1", new BudgetBody(Day, 500_00)).Ok();
        await county.PutAsJsonAsync("/api/funds/510821-2022-central/arrivals/a1", new ArrivalOfMoney(Day, 500_00, "V-1")).Ok();
        await county.Project("pr-1", 1_000_00, "510821101");
        await county.Project("pr-2", 1_000_00);
        await county.Stages("pr-1", "approved", "contracted", "started", "completed", "accepted");
        await county.PutAsJsonAsync("/api/projects/pr-1/allocations/d1", new AllocationBody(Day, "510821-2022-central", 500_00)).Ok();
        await county.PutAsJsonAsync("/api/projects/pr-1/assets/z1", new AssetBody(Day, "菌棚", "operating", "510821101", 600_00, "联合社", "村委会", "巡查", 6)).Ok();
        await county.PutAsJsonAsync("/api/projects/pr-1/assets/z2", new AssetBody(Day, "广场", "public", "510821101", 400_00, "村委会", "村委会", "巡查", 0)).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/incomes/i1", new AssetIncomeBody(Day, 2022, 70_00, "SR-1")).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/incomes/i2", new AssetIncomeBody(Day, 2022, 1_00, "SR-2")).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/incomes/i2/reversal", new AssetReversalBody(Day, "重复登记")).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/uses/u1", new IncomeUseBody(Day, "pool", 40_00, "ZC-1")).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/uses/u2", new IncomeUseBody(Day, "upkeep", 30_00, "ZC-2")).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/uses/u2/reversal", new AssetReversalBody(Day, "误登")).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/inspections/x1", new InspectionBody(Day, "repair", "棚膜破损")).Ok();
        await county.PutAsJsonAsync("/api/assets/z1/inspections/x2", new InspectionBody(Day, "good", "")).Ok();
        await AidSteps.Eventually(() => county.Find<FundView>("/api/funds/510821-2022-pool"), fund => fund?.FreeFen == 40_00);
        await AidSteps.Eventually(() => county.Find<ProjectView>("/api/projects/pr-1"), project => project?.AllocatedFen == 500_00);
    }
}
