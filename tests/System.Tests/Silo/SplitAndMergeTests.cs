using Orleans;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Villages;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Silo.Households;
using HouseholdView = Revitalization.Contracts.Households.HouseholdView;

namespace Revitalization.SystemTests.Silo;

/// <summary>Facts that concern two grains: one decides, a reactor tells the other.</summary>
public sealed class SplitAndMergeTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private readonly HttpClient _county = fixture.County;

    [Fact]
    public async Task A_split_registers_the_new_household_with_the_members_who_left()
    {
        await Family("HM1", 41);
        var split = new SplitBody("HM1b", ["2"], "2", new DateOnly(2023, 8, 1));
        await _county.Accepted("/api/households/HM1/splits/s1", split);

        var formed = await Eventually("HM1b", view => view.Members.Count == 1);

        formed.Members.Single().Relation.ShouldBe("head");
        formed.Members.Single().Name.ShouldBe("示例乙");
        (await _county.Read<HouseholdView>("/api/households/HM1")).Members.Single().Id.ShouldBe("1");
        // Sent again although the new household stands by now.
        await _county.Accepted("/api/households/HM1/splits/s1", split);
        await _county.Put("/api/households/HM1/splits/s2", split with { Members = ["1"], NewHead = "1" }).Refused(HouseholdRefusal.AlreadyRegistered, "newHousehold");
    }

    [Fact]
    public async Task A_merge_closes_one_household_and_the_other_receives_its_members()
    {
        await Family("HM2", 51);
        await Family("HM3", 61);
        await _county.Put("/api/households/HM2/merges/x", new MergeBody("HM2", new DateOnly(2023, 9, 1))).Refused(HouseholdRefusal.SameHousehold, "intoHousehold");
        await _county.Put("/api/households/HM2/merges/y", new MergeBody("HM99", new DateOnly(2023, 9, 1))).Refused(HouseholdRefusal.NotRegistered, "intoHousehold");

        await _county.Accepted("/api/households/HM2/merges/m", new MergeBody("HM3", new DateOnly(2023, 9, 1)));

        (await Eventually("HM3", view => view.Members.Count == 4)).Members.Count(member => member.Relation == "head").ShouldBe(1);
        var closed = await _county.Read<HouseholdView>("/api/households/HM2");
        closed.Active.ShouldBeFalse();
        closed.MergedInto.ShouldBe("HM3");
    }

    // The members would leave the one and never arrive in the other.
    [Fact]
    public async Task Nobody_is_merged_into_a_household_that_has_closed_or_did_not_exist_yet()
    {
        await Family("HM4", 71);
        await Family("HM5", 81);
        await _county.Put("/api/households/HM4/merges/early", new MergeBody("HM5", new DateOnly(2023, 1, 9))).Refused(HouseholdRefusal.BeforeRegistration, "intoHousehold");
        await _county.Accepted("/api/households/HM5/closure/c", new CloseBody("moved-away", new DateOnly(2023, 9, 1), "整户迁往省外"));

        await _county.Put("/api/households/HM4/merges/late", new MergeBody("HM5", new DateOnly(2023, 9, 1))).Refused(HouseholdRefusal.HouseholdClosed, "intoHousehold");

        (await _county.Read<HouseholdView>("/api/households/HM4")).Members.Count.ShouldBe(2);
    }

    // A reactor or a program inside may reach a grain without the desk.
    [Fact]
    public async Task The_household_itself_refuses_to_be_its_own_partner()
    {
        await Family("HM6", 91);
        var merge = new MergeHousehold(new DateOnly(2023, 9, 1), "HM6");

        var reply = await fixture.Silo.Get<IGrainFactory>().GetGrain<IHouseholdGrain>("HM6").Handle(merge, new CommandContext("self", "-", "test"), within: null);

        reply.Refusal!.Code.ShouldBe("household.same-household");
    }

    // 太平场村 was merged from two villages and a community in 2021.
    [Fact]
    public async Task A_village_that_is_merged_takes_its_households_along()
    {
        const string old = "510823100911", into = "510823100912";
        await _county.Accepted($"/api/villages/{old}", new VillageBody("旧村(示例)", new DateOnly(2000, 1, 1)));
        await _county.Accepted($"/api/villages/{into}", new VillageBody("新村(示例)", new DateOnly(2000, 1, 1)));
        await _county.Accepted("/api/households/HV1", Given.Household(old, on: new DateOnly(2020, 1, 1)));

        await _county.Accepted($"/api/villages/{old}/lineage/l1", new LineageBody(new DateOnly(2021, 1, 1), [into]));

        (await Eventually("HV1", view => view.VillageCode == into)).VillageName.ShouldBe("新村(示例)");
        (await _county.Read<HouseholdView>("/api/households/HV1?asOf=2020-12-31")).VillageCode.ShouldBe(old);
    }

    [Fact]
    public async Task A_move_to_another_county_hands_the_household_over()
    {
        await _county.Accepted("/api/households/HX1", Given.Household());
        await _county.Accepted("/api/households/HX1/moves/m", new MoveBody(RunningSilo.ElsewhereVillage, new DateOnly(2023, 7, 1)));

        await _county.GetAsync("/api/households/HX1").Refused(AccessRefusal.ScopeElsewhere);
        await _county.Put("/api/households/HX1/incomes/2023-Q1", Given.Income()).Refused(AccessRefusal.ScopeElsewhere);
    }

    private async Task Family(string id, int n)
    {
        await _county.Accepted($"/api/households/{id}", Given.Household());
        await _county.Accepted($"/api/households/{id}/members/1", Given.Member(n));
        await _county.Accepted($"/api/households/{id}/members/2", Given.Member(n + 1, "spouse", "示例乙"));
    }

    private async Task<HouseholdView> Eventually(string id, Func<HouseholdView, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var reply = await _county.GetAsync($"/api/households/{id}", patience.Token);
            if (reply.IsSuccessStatusCode && await _county.Read<HouseholdView>($"/api/households/{id}") is var view && condition(view)) return view;
            await Task.Delay(50, patience.Token);
        }
    }
}
