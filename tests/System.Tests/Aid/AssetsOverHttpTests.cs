using System.Net.Http.Json;
using Orleans;
using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Funds;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Projects;
using Revitalization.Domain.Assets;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Projects;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Aid;

/// <summary>What a project of 旺苍 left: registered, earning, its income in the pool and spent again, written off by two.</summary>
public sealed class AssetsOverHttpTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly DateOnly Day = new(2022, 5, 12);
    private static readonly AssetBody Shed = new(Day, "食用菌大棚", "operating", "510821101", 600_000_00, "五红村联合社", "五红村村委会", "日常巡查和维修", 6);

    private Task<HttpClient> County(string account) => fixture.Silo.SignedIn(account, Roles.County, "510821");

    [Fact]
    public async Task Only_an_accepted_project_leaves_assets_and_never_above_its_investment()
    {
        var county = await County("assets-a");
        await county.Project("as-1", 1_000_000_00);
        await county.PutAsJsonAsync("/api/projects/as-1/assets/z1", Shed).Refused("asset.project-not-accepted");
        await county.Stages("as-1", "approved", "contracted", "started", "completed", "accepted");

        var receipt = await (await county.PutAsJsonAsync("/api/projects/as-1/assets/z1", Shed)).Content.ReadFromJsonAsync<Receipt>();
        receipt!.Stream.ShouldBe("asset/z1");
        await county.PutAsJsonAsync("/api/projects/as-1/assets/z1", Shed).Ok(); // Sent again after a lost reply.
        await county.PutAsJsonAsync("/api/projects/as-1/assets/z2", Shed with { ValueFen = 400_000_01 }).Refused("asset.above-investment");
        await county.PutAsJsonAsync("/api/projects/as-1", new ProjectBody(Day, "大棚", "industry", "510821", 2022, 599_999_99)).Refused("asset.above-investment");
        await county.PutAsJsonAsync("/api/projects/as-1/assets/z1", Shed with { Owner = "另一个社" }).Refused("asset.profile-fixed");
        await county.PutAsJsonAsync("/api/projects/as-1/assets/z3", Shed with { Region = "510823101" }).Refused("asset.profile-implausible");
        await county.PutAsJsonAsync("/api/projects/as-1/assets/z3", Shed with { Class = "magic" }).Refused("person.term-unknown");

        await county.Project("as-2", 1_000_000_00);
        await county.Stages("as-2", "approved", "contracted", "started", "completed", "accepted");
        await county.PutAsJsonAsync("/api/projects/as-2/assets/z1", Shed).Refused("asset.project-elsewhere");

        await county.PutAsJsonAsync("/api/projects/as-1/assets/z1", Shed with { ValueFen = 700_000_00 }).Ok();
        var view = await county.GetFromJsonAsync<AssetView>("/api/assets/z1");
        view!.Row.ValueFen.ShouldBe(700_000_00);
        view.Version.ShouldBe(2); // The reactor brought both again and changed nothing.
    }

    [Fact]
    public async Task Income_goes_into_the_pool_is_spent_on_another_project_and_cannot_be_taken_back_then()
    {
        var county = await County("assets-b");
        await county.Project("as-3", 1_000_000_00);
        await county.Stages("as-3", "approved", "contracted", "started", "completed", "accepted");
        await county.PutAsJsonAsync("/api/projects/as-3/assets/b1", Shed).Ok();
        await county.PutAsJsonAsync("/api/assets/b1/incomes/i1", new AssetIncomeBody(Day, 2022, 50_000_00, "SR-1")).Ok();
        await county.PutAsJsonAsync("/api/assets/b1/uses/u1", new IncomeUseBody(Day, "pool", 50_000_01, "ZC-1")).Refused("asset.above-income");
        await county.PutAsJsonAsync("/api/assets/b1/uses/u1", new IncomeUseBody(Day, "pool", 30_000_00, "ZC-1")).Ok();
        await county.PutAsJsonAsync("/api/assets/b1/incomes/i1/reversal", new AssetReversalBody(Day, "误登")).Refused("asset.income-used");

        var pool = await AidSteps.Eventually(() => county.Find<FundView>("/api/funds/510821-2022-pool"), fund => fund?.FreeFen == 30_000_00);
        (pool!.ConfirmedFen, pool.ArrivedFen).ShouldBe((30_000_00, 30_000_00));
        await county.Project("as-4", 1_000_000_00);
        await county.Stages("as-4", "approved");
        await county.PutAsJsonAsync("/api/projects/as-4/allocations/d1", new AllocationBody(Day, "510821-2022-pool", 20_000_00)).Ok();
        await county.PutAsJsonAsync("/api/assets/b1/uses/u1/reversal", new AssetReversalBody(Day, "误登")).Refused("fund.already-allocated");

        await AidSteps.Eventually(() => county.Find<ProjectView>("/api/projects/as-4"), project => project?.AllocatedFen == 20_000_00);
        await county.PutAsJsonAsync("/api/projects/as-4/allocations/d1/returns/r1", new ReturnBody(Day, 20_000_00, "不再需要")).Ok();
        await AidSteps.Eventually(() => county.Find<FundView>("/api/funds/510821-2022-pool"), fund => fund?.FreeFen == 30_000_00);
        await county.PutAsJsonAsync("/api/assets/b1/uses/u1/reversal", new AssetReversalBody(Day, "误登")).Ok();
        (await county.Find<FundView>("/api/funds/510821-2022-pool"))!.ArrivedFen.ShouldBe(0);
        (await county.Find<AssetView>("/api/assets/b1"))!.Row.UsedFen.ShouldBe(0);
    }

    [Fact]
    public async Task An_asset_is_looked_after_listed_and_written_off_by_two()
    {
        var county = await County("assets-c");
        await county.Project("as-5", 1_000_000_00);
        await county.Stages("as-5", "approved", "contracted", "started", "completed", "accepted");
        await county.PutAsJsonAsync("/api/projects/as-5/assets/c1", Shed with { Class = "public" }).Ok();
        await county.PutAsJsonAsync("/api/assets/c1/incomes/i1", new AssetIncomeBody(Day, 2022, 1, "SR-9")).Refused("asset.not-operating");
        await county.PutAsJsonAsync("/api/assets/c1/inspections/x1", new InspectionBody(Day, "repair", "棚膜破损", [AidSteps.Proof])).Ok();
        await county.PutAsJsonAsync("/api/assets/c1/inspections/x2", new InspectionBody(Day, "good", "", ["zz"])).Refused("asset.evidence-missing");
        var last = await (await county.PutAsJsonAsync("/api/assets/c1/transfers/t1", new AssetTransferBody(Day, "乙合作社", "乙合作社", "移交协议"))).Content.ReadFromJsonAsync<Receipt>();

        var page = await county.GetFromJsonAsync<Page<AssetRow>>($"/api/assets?project=as-5&condition=repair&due=true&after={last!.Seq}");
        var row = page!.Items.ShouldHaveSingleItem();
        (row.Owner, row.InspectionDueOn, row.IsOverdue, row.Class).ShouldBe(("乙合作社", new DateOnly(2022, 11, 12), true, "public"));
        (await county.Find<AssetView>("/api/assets/c1"))!.Row.ShouldBe(row); // The list tells what the asset's own stream tells.
        await county.GetAsync("/api/assets?condition=magic").Refused("query.filter-unknown");
        (await county.GetByteArrayAsync("/api/assets.xlsx?project=as-5")).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();

        await county.PutAsJsonAsync("/api/assets/c1/write-offs/w1", new WriteOffBody(Day, "洪水冲毁", [AidSteps.Proof])).Ok();
        await county.PutAsJsonAsync("/api/assets/c1/write-offs/w1/decision", new WriteOffDecisionBody(Day, true, "批复")).Refused("asset.same-person");
        var second = await County("assets-c2");
        await second.PutAsJsonAsync("/api/assets/c1/write-offs/w1/decision", new WriteOffDecisionBody(Day, true, "批复")).Ok();
        await county.PutAsJsonAsync("/api/assets/c1/inspections/x3", new InspectionBody(Day, "good", "", [AidSteps.Proof])).Refused("asset.written-off");
        await county.PutAsJsonAsync("/api/projects/as-5/assets/c1", Shed with { Class = "public", Name = "新名" }).Refused("asset.written-off");
        (await county.Find<AssetView>("/api/assets/c1"))!.Changes.Select(change => change.Kind).ShouldBe(["transfer", "write-off-asked", "written-off"]);
    }

    // The desk was stopped after the project had decided: its reactor goes on from the log.
    [Fact]
    public async Task What_a_project_registered_reaches_the_asset_though_nobody_asks_again()
    {
        var county = await County("assets-e");
        await county.Project("as-7", 1_000_000_00);
        await county.Stages("as-7", "approved", "contracted", "started", "completed", "accepted");
        var profile = new AssetProfile("菌棚", AssetClass.Operating, "510821101", 5_00, "联合社", "村委会", "巡查", 6);

        await fixture.Silo.Get<IGrainFactory>().GetGrain<IProjectGrain>("as-7").Handle(new PutAsset(Day, "e1", profile), new("stopped-1", "x", "test"), within: null);

        var view = await AidSteps.Eventually(() => county.Find<AssetView>("/api/assets/e1"), asset => asset is not null);
        view!.Row.ValueFen.ShouldBe(5_00);
    }

    [Fact]
    public async Task Another_county_neither_sees_nor_touches_them()
    {
        var county = await County("assets-d");
        await county.Project("as-6", 1_000_000_00);
        await county.Stages("as-6", "approved", "contracted", "started", "completed", "accepted");
        var receipt = await (await county.PutAsJsonAsync("/api/projects/as-6/assets/d1", Shed)).Content.ReadFromJsonAsync<Receipt>();
        var tongjiang = await fixture.Silo.SignedIn("assets-d2", Roles.County, "511921");

        await tongjiang.GetAsync("/api/assets/d1").Refused("access.scope-elsewhere");
        await tongjiang.PutAsJsonAsync("/api/assets/d1/inspections/x1", new InspectionBody(Day, "good", "")).Refused("access.scope-elsewhere");
        await tongjiang.PutAsJsonAsync("/api/assets/d1/uses/u1/reversal", new AssetReversalBody(Day, "误登")).Refused("access.scope-elsewhere");
        (await tongjiang.GetFromJsonAsync<Page<AssetRow>>($"/api/assets?after={receipt!.Seq}"))!.Items.ShouldBeEmpty();
        await tongjiang.GetAsync("/api/assets?region=510821").Refused("access.scope-elsewhere");
        await tongjiang.GetAsync("/api/assets/nothing").Refused("asset.asset-unknown");
    }
}
