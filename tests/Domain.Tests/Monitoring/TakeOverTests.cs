using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Domain.Tests.Monitoring;

public sealed class TakeOverTests
{
    private static DateOnly Day(int day) => Given.Start.AddDays(day);

    [Fact]
    public void A_household_taken_over_is_monitored_since_the_day_the_national_system_states_and_says_so()
    {
        var file = MonitoringFile.Empty.After(Commands.TakeOver());

        file.Step.ShouldBe(MonitoringStep.Helping);
        file.Admission.ShouldBe(new(new(2021, 5, 1), MonitoredKind.Marginal, TakenOver: true, TakenOn: Given.Start));
        file.Round.ShouldBe(1);
        MonitoringColour.On(file, Given.Jiange, Given.Start).ShouldNotBeNull().Elapsed.Result.ShouldBe("red");
    }

    [Fact]
    public void A_household_is_taken_over_once_and_never_after_an_admission_of_its_own()
    {
        MonitoringFile.Empty.After(Commands.TakeOver()).Refuses(Commands.TakeOver(), MonitoringRefusal.TakeOverTooLate);
        Given.Cleared().Refuses(Commands.TakeOver() with { On = Day(200), ExpectedClearOn = Day(300) }, MonitoringRefusal.TakeOverTooLate);
        Given.WithClue().Refuses(Commands.TakeOver(), MonitoringRefusal.StepOutOfOrder);
    }

    [Fact]
    public void A_takeover_says_by_which_kind_why_since_and_until_when()
    {
        MonitoringFile.Empty.Refuses(Commands.TakeOver() with { Kind = MonitoredKind.None }, MonitoringRefusal.KindMissing);
        MonitoringFile.Empty.Refuses(Commands.TakeOver() with { Risks = [] }, MonitoringRefusal.RiskMissing);
        MonitoringFile.Empty.Refuses(Commands.TakeOver() with { AdmittedOn = Day(1) }, MonitoringRefusal.DayInFuture);
        MonitoringFile.Empty.Refuses(Commands.TakeOver() with { ExpectedClearOn = Day(-1) }, MonitoringRefusal.ExpectedClearingInPast);
    }

    [Fact]
    public void A_household_is_seen_once_in_each_campaign_monitored_or_not()
    {
        var check = new RecordCheck("2023-04", Day(90), BasicNeeds.Met, "monitor-1");
        var seen = MonitoringFile.Empty.After(check).After(check with { Campaign = "2023-10", On = Day(280) });

        seen.Step.ShouldBe(MonitoringStep.Idle);
        seen.Checks.Length.ShouldBe(2);
        MonitoringRules.Decide(seen, check, Given.Context()).Events.ShouldBeEmpty();
        seen.Refuses(check with { Needs = BasicNeeds.WaterLacking }, MonitoringRefusal.AlreadyChecked);
    }

    [Fact]
    public void An_income_target_belongs_to_a_year_of_the_plan()
    {
        var target = new SetIncomeTarget(2023, Day(20), 12_000_00);
        var file = Given.Admitted().After(target).After(target with { PerHeadFen = 13_000_00 });

        file.Targets.ShouldBe([new IncomeTarget(2023, 13_000_00)]);
        Given.Admitted().Refuses(target with { Year = 2022 }, MonitoringRefusal.TargetYearImplausible);
        Given.Admitted().Refuses(target with { Year = 2029 }, MonitoringRefusal.TargetYearImplausible);
        Given.Admitted().After(target with { Year = 2028 }).Targets.Length.ShouldBe(1);
        Given.Admitted().Refuses(target with { PerHeadFen = -1 }, MonitoringRefusal.AmountNegative);
        Given.WithClue().Refuses(target, MonitoringRefusal.NotMonitored);
    }

    [Fact]
    public void A_clearing_is_decided_under_its_own_id() =>
        Given.ClearingAtCounty().Refuses(new DecideClearing("x9", Day(141), true), MonitoringRefusal.ClearingUnknown);

    // A household closed by mistake comes back with its case, not as if nobody had ever helped it.
    [Fact]
    public void A_file_whose_household_comes_back_goes_on_where_it_stood()
    {
        var helped = Given.Helped();
        var back = helped.After(new CloseFile(Day(50))).After(new ReopenFile(Day(52)));

        (back with { Version = helped.Version }).ShouldBe(helped);
        MonitoringRules.Decide(back, new ReopenFile(Day(52)), Given.Context()).Events.ShouldBeEmpty();
    }
}
