using System.Net;
using System.Text;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Screening;
using Revitalization.SystemTests.Silo;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>What a file's desk refuses before the rules are asked: wrong role, other scope, unknown names, broken input, other content.</summary>
public sealed class RefusalTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    [Fact]
    public async Task Each_act_belongs_to_a_level()
    {
        var chain = await fixture.Household("RF1");
        await chain.Refuse(fixture.Village, "dispatch/d", Chain.Dispatch(), AccessRefusal.RoleInsufficient);
        await chain.Refuse(fixture.Village, "township-reviews/t", new TownshipReviewBody(Chain.Day(1), true), AccessRefusal.RoleInsufficient);
        await chain.Refuse(fixture.Village, "cadres/b", new CadreBody(Chain.Day(1), "puan", "county-leader"), AccessRefusal.RoleInsufficient);
        await chain.Refuse(fixture.Village, "assessments/e", new AssessmentBody(Chain.Day(1), Chain.Day(9), "好转"), AccessRefusal.RoleInsufficient);
        await chain.Refuse(fixture.Village, "clearing/x", new ClearingBody(Chain.Day(1), [], true, []), AccessRefusal.RoleInsufficient);
        await chain.Refuse(fixture.Township, "county-decisions/k", new CountyDecisionBody(Chain.Day(1), true, "marginal"), AccessRefusal.RoleInsufficient);
        await chain.Refuse(fixture.Township, "clearing/x/decision", new ClearingDecisionBody(Chain.Day(1), true), AccessRefusal.RoleInsufficient);
        (await fixture.Auditor.Put($"{chain.Address}/visits/w", Chain.Visit(1))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_acts_outside_his_village_and_after_a_move_the_old_one_no_longer_does()
    {
        var chain = await fixture.Household("RF2");
        await chain.Refuse(fixture.OtherVillage, "clues/c1", Chain.Clue(), AccessRefusal.ScopeElsewhere);
        await chain.Refuse(fixture.OtherCounty, "clues/c1", Chain.Clue(), AccessRefusal.ScopeElsewhere);
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());

        await fixture.County.Accepted($"{chain.Address}/moves/m", new MoveBody(RunningSilo.OtherVillage, Chain.Day(3)));

        await chain.Refuse(fixture.Village, "clues/c2", Chain.Clue(4), AccessRefusal.ScopeElsewhere);
        await chain.Accept(fixture.OtherVillage, "clues/c2", Chain.Clue(4));
    }

    // A phone that lost its answer sends again; another officer with the same number must be told.
    [Fact]
    public async Task An_act_sent_again_is_one_act_and_other_content_under_its_id_is_refused()
    {
        var chain = await fixture.Household("RF3");
        var first = await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());
        await chain.Accept(fixture.Township, "dispatch/d1", Chain.Dispatch());

        // The household stands elsewhere by now: the first receipt is answered all the same.
        (await chain.Accept(fixture.Village, "clues/c1", Chain.Clue())).ShouldBe(first);
        await chain.Refuse(fixture.Village, "clues/c1", Chain.Clue(risk: "disaster"), CommandRefusal.CommandIdReused);
        await chain.Refuse(fixture.Village, "clues/c1", Chain.Clue() with { Note = "另一说明" }, CommandRefusal.CommandIdReused);
        (await chain.View()).Clues.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_is_answered_though_the_desk_would_refuse_it_by_now()
    {
        var chain = await fixture.Household("RF4");
        await fixture.Silo.SignedIn("leaver", Roles.VillageMonitor, RunningSilo.Village);
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());
        var first = await chain.Accept(fixture.Township, "dispatch/d1", Chain.Dispatch(assignee: "leaver"));
        var guard = await fixture.Silo.SignedIn("guard-2", Roles.SecurityAdministrator);
        await guard.Accepted("/api/accounts/leaver", new AccountBody(Roles.VillageMonitor, [$"region:{RunningSilo.Village}"], null, Disabled: true));

        (await chain.Accept(fixture.Township, "dispatch/d1", Chain.Dispatch(assignee: "leaver"))).ShouldBe(first);
        await chain.Refuse(fixture.Township, "dispatch/d2", Chain.Dispatch(assignee: "leaver"), MonitoringRefusal.AssigneeUnknown, "assignee");
        await chain.Refuse(fixture.Township, "dispatch/d1", Chain.Dispatch(day: 2, assignee: "leaver"), CommandRefusal.CommandIdReused);
    }

    [Fact]
    public async Task Who_is_named_has_an_account_that_covers_the_village()
    {
        var chain = await fixture.Household("RF5");
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());
        foreach (var assignee in new[] { "nobody", "monitor-2", "tongjiang", "auditor", "Not A Name" })
            await chain.Refuse(fixture.Township, "dispatch/d", Chain.Dispatch(assignee: assignee), MonitoringRefusal.AssigneeUnknown, "assignee");
        await chain.Accept(fixture.Township, "dispatch/d", Chain.Dispatch(assignee: "puan"));
    }

    // Tongjiang's pack: at most twenty households wait for one verifier at a time.
    [Fact]
    public async Task A_verifier_with_a_full_desk_gets_no_more_until_one_is_done()
    {
        var county = fixture.OtherCounty;
        await fixture.Silo.SignedIn("tongjiang-2", Roles.County, "511921");
        for (var n = 0; n <= 20; n++)
        {
            await county.Accepted($"/api/households/RV{n}", Given.Household(RunningSilo.ElsewhereVillage));
            await county.Accepted($"/api/households/RV{n}/clues/c", Chain.Clue() with { Note = null });
            if (n < 20) await county.Accepted($"/api/households/RV{n}/dispatch/d", Chain.Dispatch(assignee: "tongjiang"));
        }

        await county.Put("/api/households/RV20/dispatch/d", Chain.Dispatch(assignee: "tongjiang")).Refused(MonitoringRefusal.VerifierOverloaded, "assignee");
        await county.Accepted("/api/households/RV0/dispatch/other", Chain.Dispatch(2, "tongjiang-2"));
        await county.Accepted("/api/households/RV20/dispatch/d", Chain.Dispatch(assignee: "tongjiang"));
    }

    // Thirty officers send households to one verifier in the same second: twenty get through, and no table that lags lets one more slip by.
    [Fact]
    public async Task Dispatches_at_once_never_exceed_the_cap()
    {
        var county = fixture.OtherCounty;
        await fixture.Silo.SignedIn("tongjiang-3", Roles.County, "511921");
        foreach (var n in Enumerable.Range(0, 30))
        {
            await county.Accepted($"/api/households/RA{n}", Given.Household(RunningSilo.ElsewhereVillage));
            await county.Accepted($"/api/households/RA{n}/clues/c", Chain.Clue() with { Note = null });
        }

        var replies = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => county.Put($"/api/households/RA{n}/dispatch/d", Chain.Dispatch(assignee: "tongjiang-3"))));

        replies.Count(reply => reply.IsSuccessStatusCode).ShouldBe(20);
        foreach (var refused in replies.Where(reply => !reply.IsSuccessStatusCode)) await Task.FromResult(refused).Refused(MonitoringRefusal.VerifierOverloaded, "assignee");
    }

    [Fact]
    public async Task Evidence_is_uploaded_for_this_household_before_it_is_named()
    {
        var (chain, other) = (await fixture.Household("RF6"), await fixture.Household("RF7"));
        var (mine, others) = (await chain.Proof(), await other.Proof());
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());
        await chain.Accept(fixture.Township, "dispatch/d1", Chain.Dispatch());

        await chain.Refuse(fixture.Village, "verification/v", chain.Verification(others), MonitoringRefusal.EvidenceUnknown, "evidence");
        await chain.Refuse(fixture.Village, "verification/v", chain.Verification("../../etc/passwd"), MonitoringRefusal.EvidenceUnknown, "evidence");
        await chain.Refuse(fixture.Village, "verification/v", chain.Verification(mine) with { Evidence = [] }, MonitoringRefusal.EvidenceMissing, "evidence");
        await chain.Refuse(
            fixture.Village, "verification/v", chain.Verification(mine) with { Evidence = [.. Enumerable.Repeat(mine, 21)] }, MonitoringRefusal.ListTooLong, "evidence");
        await chain.Accept(fixture.Village, "verification/v", chain.Verification(mine));
    }

    [Fact]
    public async Task Terms_texts_and_ids_are_checked()
    {
        var chain = await fixture.Household("RF8");
        await chain.Refuse(fixture.Village, "clues/c1", Chain.Clue() with { Origin = "rumour" }, PersonRefusal.TermUnknown, "origin");
        await chain.Refuse(fixture.Village, "clues/c1", Chain.Clue(risk: "fate"), PersonRefusal.TermUnknown, "risk");
        await chain.Refuse(fixture.Village, "clues/c1", Chain.Clue() with { Note = new string('长', 201) }, MonitoringRefusal.TextImplausible, "note");
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue() with { Note = new string('长', 200) });
        await chain.Refuse(fixture.Village, "clues/-bad", Chain.Clue(), CommandRefusal.IdMalformed, "id");
        await fixture.County.Accepted("/api/counties/510823/campaigns/2023-04", new CampaignBody("2023年4月集中排查", new(2023, 4, 1), new(2023, 4, 30)));
        await chain.Refuse(fixture.Village, "checks/2023-04", new CheckBody(Chain.Day(1), ["money"]), PersonRefusal.TermUnknown, "needs");
        await chain.Refuse(fixture.Village, "checks/2023-05", new CheckBody(Chain.Day(1), []), CampaignRefusal.CampaignUnknown, "campaign");
        await chain.Refuse(fixture.Village, "checks/-", new CheckBody(Chain.Day(1), []), CommandRefusal.IdMalformed, "id");
        await fixture.County.Put("/api/households/NONE/clues/c1", Chain.Clue()).Refused(MonitoringRefusal.HouseholdAbsent, "id");
        await fixture.County.Put("/api/households/-/clues/c1", Chain.Clue()).Refused(CommandRefusal.IdMalformed, "id");
    }

    // What is said about a household is sealed under its head's key: without a head there is no key.
    [Fact]
    public async Task A_text_about_a_household_without_a_head_is_refused_and_the_act_alone_is_not()
    {
        await fixture.County.Accepted("/api/households/RF9", Given.Household());
        var chain = new Chain(fixture, "RF9");
        await chain.Refuse(fixture.Village, "clues/c1", Chain.Clue(), MonitoringRefusal.HeadMissing, "note");
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue() with { Note = null });
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"on":"2023-04-03","origin":"visit","risk":"illness","evidence":[null]}""")]
    [InlineData("""{"on":"someday","origin":"visit","risk":"illness"}""")]
    [InlineData("""{"on":"2023-04-03","origin":1,"risk":"illness"}""")]
    public async Task Broken_input_is_refused_and_never_a_fault(string body)
    {
        var chain = new Chain(fixture, "RF3");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        ((int)(await fixture.County.PutAsync($"{chain.Address}/clues/broken", content)).StatusCode).ShouldBeInRange(400, 422);
    }

    [Fact]
    public async Task A_measure_is_a_resource_until_it_is_done_and_belongs_to_a_member_of_the_household()
    {
        var chain = await fixture.Household("RF10");
        await chain.Admit();
        var stale = (await chain.Accept(fixture.Village, "measures/m1", Chain.Measure(24))).Version;
        await chain.Accept(fixture.Village, "measures/m1", Chain.Measure(24) with { AmountFen = 3_000_00, Member = "1" });
        await chain.Refuse(fixture.Village, "measures/m1", Chain.Measure(24) with { Member = "77" }, PersonRefusal.MemberNotFound, "member");
        await fixture.Village.Put($"{chain.Address}/measures/m1", Chain.Measure(25), $"\"{stale}\"").Refused(CommandRefusal.VersionStale);
        await chain.Accept(fixture.Village, "income-targets/2023", new IncomeTargetBody(Chain.Day(24), 12_000_00));
        await chain.Accept(fixture.Village, "measures/m1/withdrawal", new WithdrawalBody(Chain.Day(26), "登记错误"));

        var view = await chain.View();
        view.Measures.ShouldBeEmpty();
        view.IncomeTargets.ShouldHaveSingleItem().PerHeadFen.ShouldBe(12_000_00);
        view.Timeline[^1].Text.ShouldBe("登记错误");
    }

    [Fact]
    public async Task A_visit_taken_back_is_seen_in_the_time_line_only()
    {
        var chain = await fixture.Household("RF11");
        await chain.Admit();
        await chain.Accept(fixture.Village, "visits/w1", Chain.Visit(30, "water"));
        (await chain.View()).Visits.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            visit => visit.By.ShouldBe("monitor-1"), visit => visit.Needs.ShouldBe(["water"]), visit => visit.Note.ShouldBe("已上门了解情况"));

        await chain.Accept(fixture.Village, "visits/w1/withdrawal", new WithdrawalBody(Chain.Day(31), "记错户"));

        var view = await chain.View();
        view.Visits.ShouldBeEmpty();
        view.Timeline.Select(entry => entry.Title).TakeLast(2).ShouldBe(["走访", "撤回走访"]);
    }

    [Fact]
    public async Task A_clue_taken_back_before_it_is_sent_out_ends_the_procedure()
    {
        var chain = await fixture.Household("RF12");
        await chain.Accept(fixture.Village, "clues/c1", Chain.Clue());
        await chain.Accept(fixture.Village, "clues/c1/withdrawal", new WithdrawalBody(Chain.Day(1), "重复上报"));

        var view = await chain.View();
        (view.Step, view.Clues.Single().Withdrawn).ShouldBe(("idle", true));
        await chain.Refuse(fixture.Township, "dispatch/d1", Chain.Dispatch(), MonitoringRefusal.NoOpenClue);
    }
}
