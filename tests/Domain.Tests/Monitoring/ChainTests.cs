using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Domain.Tests.Monitoring;

public sealed class ChainTests
{
    [Fact]
    public void A_file_passes_every_step_from_clue_to_clearing()
    {
        Given.WithClue().Step.ShouldBe(MonitoringStep.Dispatch);
        Given.Dispatched().Step.ShouldBe(MonitoringStep.Verification);
        Given.Verified().Step.ShouldBe(MonitoringStep.VillageReview);
        Given.Reviewed().Step.ShouldBe(MonitoringStep.Notice);
        Given.Noticed().Step.ShouldBe(MonitoringStep.Notice);
        Given.NoticeOver().Step.ShouldBe(MonitoringStep.TownshipReview);
        Given.AtCounty().Step.ShouldBe(MonitoringStep.CountyApproval);
        Given.Admitted().Step.ShouldBe(MonitoringStep.Helping);
        Given.Clearing().Step.ShouldBe(MonitoringStep.ClearingReview);
        Given.ClearingAtCounty().Step.ShouldBe(MonitoringStep.ClearingApproval);

        var cleared = Given.Cleared();
        cleared.Step.ShouldBe(MonitoringStep.Idle);
        cleared.IsMonitored.ShouldBeFalse();
        cleared.ClearedOn.ShouldBe(Given.Start.AddDays(141));
    }

    // A household that falls back is admitted anew by the whole procedure; its count of rounds tells.
    [Fact]
    public void A_cleared_household_can_be_admitted_again()
    {
        var again = Given.Cleared().After(Commands.Clue("c2", 200));

        again.Step.ShouldBe(MonitoringStep.Dispatch);
        again.Round.ShouldBe(1);
    }

    [Fact]
    public void Clues_that_come_before_dispatch_are_merged_into_one_file()
    {
        var file = Given.WithClue().After(Commands.Clue("c2", 1, RiskKind.Schooling));

        file.Step.ShouldBe(MonitoringStep.Dispatch);
        file.Since.ShouldBe(Given.Start);
        file.Clues.Count(clue => !clue.Settled).ShouldBe(2);
    }

    [Fact]
    public void A_clue_about_a_monitored_household_does_not_open_a_second_procedure() =>
        Given.Admitted().After(Commands.Clue("c2", 60)).Step.ShouldBe(MonitoringStep.Helping);

    [Fact]
    public void Finding_no_risk_ends_the_procedure_and_settles_its_clues()
    {
        var file = Given.Dispatched().After(new RecordVerification("v1", Given.Start.AddDays(2), false, [], BasicNeeds.Met, null, Given.Proof));

        file.Step.ShouldBe(MonitoringStep.Idle);
        file.Clues.ShouldAllBe(clue => clue.Settled);
    }

    [Fact]
    public void A_review_that_disagrees_ends_an_admission_but_only_interrupts_a_clearing()
    {
        var disagreed = Commands.Review() with { Agreed = false, InFavour = 2 };

        Given.Verified().After(disagreed).Step.ShouldBe(MonitoringStep.Idle);
        Given.Clearing().After(disagreed with { On = Given.Start.AddDays(130) }).Step.ShouldBe(MonitoringStep.Helping);
    }

    [Fact]
    public void An_upheld_objection_ends_the_admission_at_once()
    {
        var file = Given.Noticed()
            .After(new RaiseObjection("o1", Given.Start.AddDays(5), null))
            .After(new SettleObjection("o1", Given.Start.AddDays(6), true, Given.Says("该户有未申报的商铺")));

        file.Step.ShouldBe(MonitoringStep.Idle);
    }

    [Fact]
    public void Sending_an_act_again_changes_nothing()
    {
        MonitoringRules.Decide(Given.WithClue(), Commands.Clue(), Given.Context()).ShouldSatisfyAllConditions(
            decision => decision.Refusal.ShouldBeNull(),
            decision => decision.Events.ShouldBeEmpty());
        var visited = Given.Admitted().After(new RecordVisit("w1", Given.Start.AddDays(20), BasicNeeds.Met, "monitor-1", null, []));
        MonitoringRules.Decide(visited, new RecordVisit("w1", Given.Start.AddDays(20), BasicNeeds.Met, "monitor-1", null, []), Given.Context()).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_closed_household_closes_its_file_once()
    {
        var closed = Given.Admitted().After(new CloseFile(Given.Start.AddDays(50)));

        closed.IsMonitored.ShouldBeFalse();
        closed.ClosedOn.ShouldBe(Given.Start.AddDays(50));
        MonitoringRules.Decide(closed, new CloseFile(Given.Start.AddDays(50)), Given.Context()).Events.ShouldBeEmpty();
    }

    [Fact]
    public void The_kind_that_the_county_admits_by_is_kept() =>
        Given.Admitted().Admission.ShouldNotBeNull().Kind.ShouldBe(MonitoredKind.SuddenHardship);
}
