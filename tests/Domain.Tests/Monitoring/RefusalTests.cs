using System.Collections.Immutable;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Monitoring;

public sealed class RefusalTests
{
    private static DateOnly Day(int day) => Given.Start.AddDays(day);

    [Fact]
    public void A_day_after_today_is_refused_and_today_is_not()
    {
        Given.WithClue().Refuses(Commands.Dispatch(), MonitoringRefusal.DayInFuture, Given.Context(today: Given.Start));
        MonitoringRules.Decide(Given.WithClue(), Commands.Dispatch(), Given.Context(today: Day(1))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_step_before_the_one_it_follows_is_refused() =>
        Given.Dispatched().Refuses(Commands.Verify() with { On = Day(0) }, MonitoringRefusal.DayBeforeStep);

    [Fact]
    public void A_household_that_is_not_in_the_register_cannot_be_monitored() =>
        MonitoringFile.Empty.Refuses(Commands.Clue(), MonitoringRefusal.HouseholdAbsent, Given.Context(stands: false));

    // Every command that belongs to one step is refused in all others: nothing admitted skips a step.
    [Theory]
    [InlineData(typeof(RecordVerification), MonitoringStep.Verification)]
    [InlineData(typeof(RecordVillageReview), MonitoringStep.VillageReview, MonitoringStep.ClearingReview)]
    [InlineData(typeof(PostNotice), MonitoringStep.Notice, MonitoringStep.ClearingNotice)]
    [InlineData(typeof(RecordTownshipReview), MonitoringStep.TownshipReview)]
    [InlineData(typeof(RecordCountyDecision), MonitoringStep.CountyApproval)]
    [InlineData(typeof(DecideClearing), MonitoringStep.ClearingApproval)]
    public void A_step_is_taken_only_where_the_file_stands_before_it(Type command, params MonitoringStep[] steps)
    {
        MonitoringCommand[] commands =
        [
            Commands.Verify() with { On = Day(300) }, Commands.Review(300), Commands.Post(300), new RecordTownshipReview(Day(300), true),
            new RecordCountyDecision(Day(300), true, MonitoredKind.Marginal), new DecideClearing("x1", Day(300), true),
        ];
        MonitoringFile[] files =
        [
            MonitoringFile.Empty, Given.WithClue(), Given.Dispatched(), Given.Verified(), Given.Reviewed(), Given.NoticeOver(), Given.AtCounty(),
            Given.Admitted(), Given.Clearing(), Given.Clearing().After(Commands.Review(130)), Given.ClearingAtCounty(),
        ];

        foreach (var file in files.Where(file => !steps.Contains(file.Step)))
            file.Refuses(commands.Single(each => each.GetType() == command), MonitoringRefusal.StepOutOfOrder);
    }

    [Fact]
    public void A_clue_id_with_other_content_is_refused() =>
        Given.WithClue().Refuses(Commands.Clue(risk: RiskKind.Disaster), MonitoringRefusal.ClueIdReused);

    [Fact]
    public void There_is_nothing_to_send_out_without_a_clue() =>
        MonitoringFile.Empty.Refuses(Commands.Dispatch(), MonitoringRefusal.NoOpenClue);

    // A cadre with too many files verifies none of them well.
    [Fact]
    public void A_verifier_at_the_cap_gets_no_more()
    {
        var pack = With(new RangeRule("monitoring.load-per-verifier", "核查员待办上限", "files", Held(new AmountRange(0, 30))));

        Given.WithClue().Refuses(Commands.Dispatch(load: 30), MonitoringRefusal.VerifierOverloaded, Given.Context(pack));
        MonitoringRules.Decide(Given.WithClue(), Commands.Dispatch(load: 29), Given.Context(pack)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_verification_that_finds_a_risk_says_which_until_when_and_by_what_evidence()
    {
        var file = Given.Dispatched();
        file.Refuses(Commands.Verify() with { Risks = [] }, MonitoringRefusal.RiskMissing);
        file.Refuses(Commands.Verify() with { ExpectedClearOn = null }, MonitoringRefusal.ExpectedClearingMissing);
        file.Refuses(Commands.Verify() with { ExpectedClearOn = Day(1) }, MonitoringRefusal.ExpectedClearingInPast);
        file.Refuses(Commands.Verify() with { Evidence = ImmutableArray<string>.Empty }, MonitoringRefusal.EvidenceMissing);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 6)]
    [InlineData(5, -1)]
    public void An_attendance_that_cannot_be_is_refused(int present, int inFavour) =>
        Given.Verified().Refuses(Commands.Review() with { Present = present, InFavour = inFavour }, MonitoringRefusal.AttendanceImplausible);

    [Fact]
    public void Half_of_those_present_is_no_majority() =>
        Given.Verified().Refuses(Commands.Review() with { Present = 10, InFavour = 5 }, MonitoringRefusal.MajorityMissing);

    [Fact]
    public void A_notice_is_put_up_once_and_proven()
    {
        Given.Noticed().Refuses(Commands.Post(5), MonitoringRefusal.NoticeAlreadyPosted);
        Given.Reviewed().Refuses(Commands.Post() with { ProofHash = "" }, MonitoringRefusal.EvidenceMissing);
        Given.Reviewed().Refuses(Commands.Post() with { Place = " " }, MonitoringRefusal.TextImplausible);
        Given.Reviewed().Refuses(new CloseNotice("n1", Day(20)), MonitoringRefusal.NoticeNotPosted);
    }

    // Jiange's five days: put up on the 4th day it hangs on the 4th to the 8th, and may come down on the 9th.
    [Fact]
    public void A_notice_hangs_its_days_in_full()
    {
        Given.Noticed().Refuses(new CloseNotice("n1", Day(8)), MonitoringRefusal.NoticeStillRunning);
        Given.Noticed().After(new CloseNotice("n1", Day(9))).Step.ShouldBe(MonitoringStep.TownshipReview);
    }

    [Fact]
    public void The_notice_clock_stands_still_while_an_objection_is_open()
    {
        var raised = Given.Noticed().After(new RaiseObjection("o1", Day(6), null));
        raised.Refuses(new CloseNotice("n1", Day(20)), MonitoringRefusal.ObjectionOpen);

        var settled = raised.After(new SettleObjection("o1", Day(9), false, Given.Says("经核查不成立")));
        settled.Refuses(new CloseNotice("n1", Day(11)), MonitoringRefusal.NoticeStillRunning);
        settled.After(new CloseNotice("n1", Day(12))).Step.ShouldBe(MonitoringStep.TownshipReview);
    }

    // Put down on paper afterwards: the notice cannot have come down before an objection to it was settled.
    [Fact]
    public void A_notice_does_not_come_down_before_the_last_objection_was_settled()
    {
        var settled = Given.Noticed().After(new RaiseObjection("o1", Day(20), null)).After(new SettleObjection("o1", Day(25), false, Given.Says("不成立")));

        settled.Refuses(new CloseNotice("n1", Day(24)), MonitoringRefusal.DayBeforeStep);
        settled.After(new CloseNotice("n1", Day(25))).Step.ShouldBe(MonitoringStep.TownshipReview);
        settled.Refuses(new CloseNotice("n2", Day(25)), MonitoringRefusal.NoticeNotPosted);
    }

    [Fact]
    public void A_full_file_can_still_be_led_to_its_end()
    {
        var full = Given.Helped() with { Visits = [.. Enumerable.Range(0, 2_000).Select(n => new Visit($"w{n}", Day(20), BasicNeeds.Met, "monitor-1"))] };

        full.Refuses(Commands.Clue("c9", 60), MonitoringRefusal.FileFull);
        full.After(Commands.Propose()).Step.ShouldBe(MonitoringStep.ClearingReview);
        var noticed = Given.Noticed();
        for (var n = 0; n < 100; n++) noticed = noticed.After(new RaiseObjection($"o{n}", Day(5), null));
        noticed.Refuses(new RaiseObjection("o100", Day(5), null), MonitoringRefusal.FileFull);
    }

    [Fact]
    public void An_objection_has_its_own_id_and_is_settled_once()
    {
        var raised = Given.Noticed().After(new RaiseObjection("o1", Day(6), null));
        raised.Refuses(new RaiseObjection("o1", Day(7), null), MonitoringRefusal.ObjectionIdReused);
        raised.Refuses(new SettleObjection("o2", Day(7), false, Given.Says("无此异议")), MonitoringRefusal.ObjectionUnknown);
        raised.After(new SettleObjection("o1", Day(7), false, Given.Says("不成立")))
            .Refuses(new SettleObjection("o1", Day(8), false, Given.Says("不成立")), MonitoringRefusal.ObjectionUnknown);
    }

    [Fact]
    public void Who_disagrees_says_why()
    {
        Given.NoticeOver().Refuses(new RecordTownshipReview(Day(11), false), MonitoringRefusal.ReasonMissing);
        Given.AtCounty().Refuses(new RecordCountyDecision(Day(12), false, MonitoredKind.None), MonitoringRefusal.ReasonMissing);
        Given.ClearingAtCounty().Refuses(new DecideClearing("x1", Day(141), false), MonitoringRefusal.ReasonMissing);
    }

    [Fact]
    public void An_admission_says_by_which_kind() =>
        Given.AtCounty().Refuses(new RecordCountyDecision(Day(12), true, MonitoredKind.None), MonitoringRefusal.KindMissing);

    [Theory]
    [InlineData(MonitoredKind.None, MonitoredKind.Marginal)]
    [InlineData(MonitoredKind.SuddenHardship, MonitoredKind.SuddenHardship)]
    public void The_county_may_leave_it_at_the_kind_that_the_township_proposed(MonitoredKind decided, MonitoredKind admitted)
    {
        var proposed = Given.NoticeOver().After(new RecordTownshipReview(Day(11), true, null, MonitoredKind.Marginal));
        proposed.Proposed.ShouldBe(MonitoredKind.Marginal);

        var after = proposed.After(new RecordCountyDecision(Day(12), true, decided));
        (after.Admission!.Kind, after.Proposed).ShouldBe((admitted, MonitoredKind.None));
    }

    [Fact]
    public void A_kind_that_is_none_is_not_proposed() =>
        Given.NoticeOver().Refuses(new RecordTownshipReview(Day(11), true, null, (MonitoredKind)9), MonitoringRefusal.KindMissing);

    [Fact]
    public void Help_is_recorded_only_for_a_monitored_household()
    {
        MonitoringCommand[] help =
        [
            new NameCadre(Day(13), "cadre-1", CadreRank.OtherCadre), Commands.Measure(), Commands.Done(),
            new RecordVisit("w1", Day(13), BasicNeeds.Met, "monitor-1", null, []), new ReassessRisk(Day(13), Day(60), Given.Says("病情好转")), Commands.Propose(),
        ];

        foreach (var command in help) Given.AtCounty().Refuses(command, MonitoringRefusal.NotMonitored);
    }

    [Fact]
    public void A_cadre_below_the_rank_of_the_colour_is_refused()
    {
        var yellow = Given.Admitted(months: 9);

        yellow.Refuses(new NameCadre(Day(20), "cadre-1", CadreRank.OtherCadre), MonitoringRefusal.CadreRankTooLow, Given.Context(today: Day(20)));
        MonitoringRules.Decide(yellow, new NameCadre(Day(20), "cadre-1", CadreRank.SectionLeader), Given.Context(today: Day(20))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_measure_is_plausible_and_done_once()
    {
        var file = Given.Admitted();
        file.Refuses(Commands.Measure() with { AmountFen = -1 }, MonitoringRefusal.AmountNegative);
        file.Refuses(Commands.Measure() with { DueOn = Day(12) }, MonitoringRefusal.DueBeforePlan);
        file.Refuses(Commands.Done("m9"), MonitoringRefusal.MeasureUnknown);
        Given.Helped().Refuses(Commands.Done() with { On = Day(31) }, MonitoringRefusal.MeasureCompleted);
        Given.Helped().Refuses(Commands.Measure() with { Quantity = 9 }, MonitoringRefusal.MeasureCompleted);
    }

    [Fact]
    public void A_visit_id_with_another_day_is_refused() =>
        Given.Admitted().After(new RecordVisit("w1", Day(20), BasicNeeds.Met, "monitor-1", null, []))
            .Refuses(new RecordVisit("w1", Day(21), BasicNeeds.Met, "monitor-1", null, []), MonitoringRefusal.VisitIdReused);

    [Fact]
    public void Clearing_needs_met_needs_stable_income_and_a_measure()
    {
        Given.Helped().Refuses(Commands.Propose() with { Needs = BasicNeeds.WaterLacking }, MonitoringRefusal.NeedsUnmet);
        Given.Helped().Refuses(Commands.Propose() with { IncomeStable = false }, MonitoringRefusal.IncomeUnstable);
        Given.Admitted().Refuses(Commands.Propose(), MonitoringRefusal.MeasuresTooFew);
    }

    // Elsewhere half a year must pass first; the day of the anniversary is enough.
    [Fact]
    public void A_county_may_ask_for_half_a_year_of_monitoring_before_clearing()
    {
        var pack = With(new DeadlineRule("monitoring.clearing.least-observation", "最短监测时间", "months", Held(new TimeLimit(6, TimeUnit.Months, "admitted"))));
        var anniversary = Given.AdmittedOn.AddMonths(6);

        Given.Helped().Refuses(Commands.Propose() with { On = anniversary.AddDays(-1) }, MonitoringRefusal.ObservationTooShort, Given.Context(pack));
        MonitoringRules.Decide(Given.Helped(), Commands.Propose() with { On = anniversary }, Given.Context(pack)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_county_may_never_clear_a_household_wholly_without_labour()
    {
        var pack = With(new SwitchRule("monitoring.clearing.never-without-labour", "整户无劳动能力", "yes or no", Held(new Switch(true))));

        Given.Helped().Refuses(Commands.Propose(labour: false), MonitoringRefusal.NoLabour, Given.Context(pack));
        MonitoringRules.Decide(Given.Helped(), Commands.Propose(labour: false), Given.Context()).Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_closed_file_takes_nothing_more() =>
        Given.Admitted().After(new CloseFile(Day(50))).Refuses(Commands.Clue("c9", 60), MonitoringRefusal.FileClosed);

    [Fact]
    public void A_file_is_bounded()
    {
        var full = Given.Admitted() with { Visits = [.. Enumerable.Range(0, 2_000).Select(n => new Visit($"w{n}", Day(20), BasicNeeds.Met, "monitor-1"))] };

        full.Refuses(new RecordVisit("w-next", Day(21), BasicNeeds.Met, "monitor-1", null, []), MonitoringRefusal.FileFull);
    }

    private static PolicyPack With(PolicyRule rule)
    {
        var rules = new Dictionary<string, PolicyRule>(Given.Jiange.Rules, StringComparer.Ordinal) { [rule.Id] = rule };
        return Given.Jiange with { Rules = rules };
    }

    private static List<PolicyValue<TValue>> Held<TValue>(TValue value) => [new(new(2022, 1, 1), value, new Citation("d", "c", "p", null))];
}
