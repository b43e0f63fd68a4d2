using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Tests.Policies;

namespace Revitalization.Domain.Tests.Monitoring;

public sealed class ReasonsTests
{
    private static readonly DateOnly Admitted = Given.AdmittedOn; // 2023-01-15

    [Fact]
    public void A_day_before_the_first_clue_says_that_nothing_is_under_way()
    {
        var reasons = On(Given.Start.AddDays(-1));

        reasons.File.Step.ShouldBe(MonitoringStep.Idle);
        reasons.Because.ShouldBeEmpty();
        reasons.Changes.ShouldHaveSingleItem().ShouldContain("线索");
    }

    // What was done later does not stand in an earlier day's answer.
    [Fact]
    public void Each_day_shows_the_step_of_that_day()
    {
        On(Given.Start).File.Step.ShouldBe(MonitoringStep.Dispatch);
        On(Given.Start.AddDays(1)).File.Step.ShouldBe(MonitoringStep.Verification);
        On(Given.Start.AddDays(2)).File.Step.ShouldBe(MonitoringStep.VillageReview);
        On(Admitted).File.Step.ShouldBe(MonitoringStep.Helping);
    }

    [Fact]
    public void The_colour_is_explained_by_both_ladders_with_where_their_months_come_from()
    {
        var reasons = On(Admitted.AddDays(30));

        reasons.Colour!.Shown.Id.ShouldBe("blue");
        var elapsed = reasons.Because.Single(because => because.Rule == MonitoringRuleIds.ElapsedColour);
        elapsed.Inputs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            input => input.Name.ShouldBe("监测月数(不满一月按一月计)"), input => input.Value.ShouldBe(1), input => input.From.ShouldBe("2023-01-15 纳入监测,至 2023-02-14,实为 30 天"));
        var assessed = reasons.Because.Single(because => because.Rule == MonitoringRuleIds.AssessedColour);
        assessed.Inputs.ShouldHaveSingleItem().From.ShouldBe("2023-01-05 研判,预计 2023-05-05 消除,实为 4 个月整");
    }

    // A rule of "at least so many months" counts full ones, one of "more than" those that have begun: each says which.
    [Fact]
    public void What_the_months_of_a_colour_are_is_said()
    {
        var full = MonitoringColour.On(Given.Admitted(pack: Packs.Get("tongjiang-2023")), Packs.Get("tongjiang-2023"), Admitted.AddMonths(2).AddDays(5))!.Elapsed.Because;
        full.Inputs.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            input => input.Name.ShouldBe("监测月数(只计满月)"), input => input.Value.ShouldBe(2), input => input.From.ShouldEndWith("实为 2 个月零 5 天"));
        var begun = MonitoringColour.On(Given.Admitted(), Given.Jiange, Admitted.AddMonths(6).AddDays(1))!.Elapsed.Because;
        begun.Inputs.ShouldHaveSingleItem().Value.ShouldBe(7);
        begun.Steps.ShouldHaveSingleItem().ShouldBe("监测月数(不满一月按一月计) 7 高于 6,取“黄色预警”");
    }

    // Time alone makes it graver: six months to the day are still blue, the day after is yellow.
    [Fact]
    public void The_day_on_which_the_colour_turns_graver_by_time_alone_is_named()
    {
        On(Admitted.AddDays(30)).Changes.ShouldContain(change => change.StartsWith("风险到 2023-07-16 仍未消除的,颜色将由蓝色预警变为黄色预警(第2级)", StringComparison.Ordinal));
        On(new(2023, 7, 15)).Colour!.Shown.Id.ShouldBe("blue");
        On(new(2023, 7, 16)).Colour!.Shown.Id.ShouldBe("yellow");
        On(new(2023, 7, 16)).Changes.ShouldContain(change => change.Contains("2024-01-16", StringComparison.Ordinal));
        On(new(2024, 1, 16)).Changes.ShouldNotContain(change => change.Contains("颜色将由", StringComparison.Ordinal));
    }

    [Fact]
    public void A_colour_without_a_cadre_of_its_rank_asks_for_one() =>
        On(Admitted).Changes.ShouldContain("蓝色预警要求由其他干部联系,须指定联系人。");

    [Fact]
    public void A_limit_is_in_time_on_its_last_day_and_overdue_after_it()
    {
        var due = On(Given.Start.AddDays(1)).Deadlines.ShouldHaveSingleItem().DueOn;
        var events = Events(Commands.Clue(), Commands.Dispatch());

        Reasons(events, due).Changes.ShouldContain($"入户核查须在 {due:yyyy-MM-dd} 前办结(含当日)。");
        Reasons(events, due.AddDays(1)).Changes.ShouldContain($"入户核查应于 {due:yyyy-MM-dd} 前办结,已超期 1 天。");
        Reasons(events, due).Because.ShouldContain(because => because.Rule == "monitoring.step.verification" && because.Steps[0].Contains("5 个工作日", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_lacking_for_clearing_is_said_and_no_longer_when_it_is_there()
    {
        var tongjiang = Packs.Get("tongjiang-2023");

        var before = Reasons(All, new(2023, 7, 14), tongjiang);
        before.Changes.ShouldContain("2023-07-15 之前不得消除风险(最短监测时间)。");
        before.Changes.ShouldContain("还须完成 1 项帮扶措施方可消除风险。");
        var helped = Events([.. Chain, Commands.Measure(), Commands.Done()]);
        var after = Reasons(helped, new(2023, 7, 15), tongjiang);
        after.Changes.ShouldNotContain(change => change.Contains("不得消除", StringComparison.Ordinal) || change.Contains("还须完成", StringComparison.Ordinal));
    }

    [Fact]
    public void A_household_wholly_without_labour_is_told_that_it_stays_where_the_pack_says_so()
    {
        Reasons(All, Admitted, Packs.Get("tongjiang-2023"), labour: 0).Changes.ShouldContain("整户无劳动能力,不得消除风险,继续监测帮扶。");
        Reasons(All, Admitted, Packs.Get("tongjiang-2023"), labour: 1).Changes.ShouldNotContain(change => change.Contains("整户无劳动能力", StringComparison.Ordinal));
        Reasons(All, Admitted, Given.Jiange, labour: 0).Changes.ShouldNotContain(change => change.Contains("整户无劳动能力", StringComparison.Ordinal));
    }

    // Shiquan has no colours of its own: none is shown, none is asked for.
    [Fact]
    public void Under_a_pack_without_colours_there_is_none_and_no_rank_is_asked_for()
    {
        var reasons = Reasons(All, new(2023, 12, 1), Packs.Get("shiquan-2023"));

        reasons.Colour.ShouldBeNull();
        reasons.Changes.ShouldNotContain(change => change.Contains("联系人", StringComparison.Ordinal) || change.Contains("颜色", StringComparison.Ordinal));
    }

    [Fact]
    public void A_closed_file_says_so() =>
        Reasons([.. All, new FileClosed(Admitted.AddDays(5))], Admitted.AddDays(6)).Changes.ShouldHaveSingleItem().ShouldContain("销户");

    // The closing lies after the day asked about, its withdrawal does not: neither is counted.
    [Fact]
    public void A_withdrawn_closing_that_lies_later_changes_nothing()
    {
        MonitoringEvent[] events = [.. All, new FileClosed(Admitted.AddDays(9)), new FileReopened(Admitted.AddDays(7))];

        Reasons(events, Admitted.AddDays(8)).File.Step.ShouldBe(MonitoringStep.Helping);
    }

    private static readonly MonitoringCommand[] Chain =
    [
        Commands.Clue(), Commands.Dispatch(), Commands.Verify(), Commands.Review(), Commands.Post(), new CloseNotice("n1", Given.Start.AddDays(10)),
        new RecordTownshipReview(Given.Start.AddDays(11), true), Commands.Admit(),
    ];

    private static IReadOnlyList<MonitoringEvent> All => Events(Chain);

    private static List<MonitoringEvent> Events(params MonitoringCommand[] commands)
    {
        var (file, events) = (MonitoringFile.Empty, new List<MonitoringEvent>());
        foreach (var command in commands)
        {
            var decision = MonitoringRules.Decide(file, command, Given.Context());
            decision.Refusal.ShouldBeNull();
            file = decision.Events.Aggregate(file, MonitoringEvolve.Evolve);
            events.AddRange(decision.Events);
        }
        return events;
    }

    private static MonitoringReasons On(DateOnly day) => Reasons(All, day);

    private static MonitoringReasons Reasons(IReadOnlyList<MonitoringEvent> events, DateOnly day, PolicyPack? pack = null, int labour = 1) =>
        MonitoringReasons.Of(MonitoringPast.On(events, day), new(_ => pack ?? Given.Jiange, []), WorkdayCalendar.Shipped, day, labour);
}
