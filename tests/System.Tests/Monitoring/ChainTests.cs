using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>The chain as a county works it: village, township and county each do their part over HTTP.</summary>
public sealed class ChainTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    [Fact]
    public async Task A_household_is_found_admitted_helped_cleared_and_admitted_again()
    {
        var chain = await fixture.Household("CH1");
        await chain.Admit();
        var admitted = await chain.View();
        (admitted.Step, admitted.Kind, admitted.Round, admitted.AdmittedOn).ShouldBe(("helping", "sudden-hardship", 1, Chain.Day(22)));
        admitted.Colour.ShouldNotBeNull().Name.ShouldNotBeEmpty();
        admitted.CadreWanted.ShouldBeTrue();
        admitted.Needs.ShouldBe(["medical"]);

        await chain.Clear();
        var cleared = await chain.View();
        (cleared.Step, cleared.ClearedOn, cleared.Colour).ShouldBe(("idle", Chain.Day(241), null));

        await chain.Admit(from: 300, round: "b");
        var again = await chain.View();
        (again.Step, again.Round, again.ClearedOn).ShouldBe(("helping", 2, null));
        again.Measures.ShouldBeEmpty();
        again.Timeline.Count.ShouldBe(8 + 9 + 8);
    }

    [Fact]
    public async Task Each_level_is_told_what_it_may_do_next()
    {
        var chain = await fixture.Household("CH2");
        (await chain.View()).Next.ShouldBe([MonitoringActs.TakeOver, MonitoringActs.Clue, MonitoringActs.Check]);
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());

        (await chain.View(fixture.Village)).Next.ShouldBe([MonitoringActs.Clue, MonitoringActs.Check, MonitoringActs.Withdrawal]);
        (await chain.View(fixture.Township)).Next[0].ShouldBe(MonitoringActs.Dispatch);
        await chain.Accept(fixture.Township, "dispatch/d1", Chain.Dispatch());
        (await chain.View(fixture.Village)).Next[0].ShouldBe(MonitoringActs.Verification);
    }

    [Fact]
    public async Task What_was_said_is_opened_for_whoever_may_read_and_nobody_else()
    {
        var chain = await fixture.Household("CH3");
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());

        var view = await chain.View(fixture.Village);
        view.Clues.ShouldHaveSingleItem().Note.ShouldBe("医保部门反馈大额自付");
        view.HeadNameMasked.ShouldBe("示**");
        view.Timeline.ShouldHaveSingleItem().Title.ShouldBe("登记线索");

        var events = await fixture.Auditor.GetStringAsync("/api/events?limit=1000");
        events.ShouldContain("monitoring/CH3");
        events.ShouldNotContain("医保部门");
        var audit = await fixture.Auditor.Read<Page<HistoryEntry>>("/api/events?limit=1000");
        audit.Items.ShouldContain(entry => entry.Type == "audit.personal-data-read" && entry.Actor == "monitor-1"
            && entry.Data.GetProperty("household").GetString() == "CH3" && entry.Data.GetProperty("purpose").GetString() == "monitoring");
        await fixture.OtherVillage.GetAsync("/api/households/CH3/monitoring").Refused(AccessRefusal.ScopeElsewhere);
        await fixture.OtherCounty.GetAsync("/api/households/CH3/monitoring").Refused(AccessRefusal.ScopeElsewhere);
    }

    [Fact]
    public async Task An_objection_stops_the_notice_and_an_upheld_one_ends_the_admission()
    {
        var chain = await fixture.Household("CH4");
        var proof = await chain.Proof();
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());
        await chain.Accept(fixture.Township, "dispatch/d1", Chain.Dispatch());
        await chain.Accept(fixture.Village, "verification/v1", chain.Verification(proof));
        await chain.Accept(fixture.Village, "village-reviews/r1", Chain.Review(proof, 3));
        await chain.Accept(fixture.Village, "notices/n1", new NoticeBody(Chain.Day(4), "村务公开栏", proof));
        await chain.Accept(fixture.Village, "objections/o1", new ObjectionBody(Chain.Day(5), "该户在城里有商铺"));

        await chain.Refuse(fixture.Village, "notices/n1/closing", new NoticeClosingBody(Chain.Day(30)), MonitoringRefusal.ObjectionOpen);
        await chain.Accept(fixture.Village, "objections/o1/settlement", new SettlementBody(Chain.Day(8), false, "商铺系他人所有"));
        var objection = (await chain.View()).Notice!.Objections.ShouldHaveSingleItem();
        (objection.Statement, objection.Upheld, objection.Finding).ShouldBe(("该户在城里有商铺", false, "商铺系他人所有"));

        await chain.Accept(fixture.Village, "objections/o2", new ObjectionBody(Chain.Day(9)));
        await chain.Accept(fixture.Township, "objections/o2/settlement", new SettlementBody(Chain.Day(10), true, "确有未申报收入"));
        (await chain.View()).Step.ShouldBe("idle");
    }

    [Fact]
    public async Task A_clearing_that_is_not_approved_goes_on_with_help()
    {
        var chain = await fixture.Household("CH5");
        await chain.Admit();
        var proof = await chain.Proof();
        await chain.Accept(fixture.Village, "measures/m1", Chain.Measure(24));
        await chain.Accept(fixture.Village, "measures/m1/completion", new CompletionBody(Chain.Day(30), "已落实", [proof]));
        await chain.Accept(fixture.Township, "clearing/x1", new ClearingBody(Chain.Day(220), [], true, [proof]));
        (await chain.View()).Clearing.ShouldBe("x1");
        await chain.Accept(fixture.Village, "village-reviews/cr", Chain.Review(proof, 221) with { Agreed = false, InFavour = 3 });

        var view = await chain.View();
        (view.Step, view.Clearing).ShouldBe(("helping", null));
        view.Measures.ShouldHaveSingleItem().Result.ShouldBe("已落实");
    }
}
