using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Screening;

namespace Revitalization.Domain.Tests.Screening;

public sealed class ScreeningRulesTests
{
    private static readonly DateOnly Today = new(2023, 10, 8);
    private static readonly DateTimeOffset Now = new(2023, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_screening_is_asked_for_once_and_again_changes_nothing()
    {
        Decide(CountyScreening.Empty, Request()).Events.ShouldHaveSingleItem().ShouldBeOfType<ScreeningRequested>();
        Decide(Asked, Request()).ShouldSatisfyAllConditions(decision => decision.Refusal.ShouldBeNull(), decision => decision.Events.ShouldBeEmpty());
        Refused(Asked, Request() with { Kind = ScreeningKind.Needs }, ScreeningRefusal.ScreeningIdReused);
    }

    [Fact]
    public void What_cannot_be_screened_is_refused_by_name()
    {
        Refused(CountyScreening.Empty, Request() with { Period = Period.OfYear(2023) }, ScreeningRefusal.PeriodNoQuarter);
        Refused(CountyScreening.Empty, Request() with { Period = Period.OfQuarter(2024, 1) }, ScreeningRefusal.PeriodInFuture);
        Decide(CountyScreening.Empty, Request() with { Period = Period.OfQuarter(2023, 4) }).Refusal.ShouldBeNull();
        Refused(CountyScreening.Empty, Request() with { PackSpeaks = false }, ScreeningRefusal.PackSilent);
        Refused(CountyScreening.Empty, new BeginScreening(1, 10), ScreeningRefusal.ScreeningUnknown);
    }

    // A run that was killed is overtaken by the next; what it still sends must not mix with what that one finds.
    [Fact]
    public void A_run_that_was_overtaken_records_nothing_more()
    {
        var second = After(Asked, new BeginScreening(1, 10), Flag(1, 1), new BeginScreening(2, 20));

        second.ShouldSatisfyAllConditions(state => state.Flagged.ShouldBe(0), state => state.Position.ShouldBe(20));
        Refused(second, Flag(1, 2), ScreeningRefusal.RunOvertaken);
        Refused(second, new CompleteScreening(1, 100), ScreeningRefusal.RunOvertaken);
        Refused(second, new FailScreening(1, "断了"), ScreeningRefusal.RunOvertaken);
        Refused(second, new BeginScreening(2, 20), ScreeningRefusal.RunOvertaken);
    }

    [Fact]
    public void A_batch_sent_twice_counts_once()
    {
        var flagged = After(Asked, new BeginScreening(1, 10), Flag(1, 1));

        Decide(flagged, Flag(1, 1)).Events.ShouldBeEmpty();
        After(flagged, Flag(1, 2), new CompleteScreening(1, 300)).ShouldSatisfyAllConditions(
            state => state.Flagged.ShouldBe(2), state => state.Screened.ShouldBe(300), state => state.EndedAt.ShouldBe(Now));
    }

    [Fact]
    public void What_has_ended_never_changes()
    {
        var ended = After(Asked, new BeginScreening(1, 10), new CompleteScreening(1, 300));

        Refused(ended, Flag(1, 1), ScreeningRefusal.AlreadyEnded);
        Refused(After(Asked, new BeginScreening(1, 10), new FailScreening(1, "断了")), new BeginScreening(2, 20), ScreeningRefusal.AlreadyEnded);
    }

    [Theory]
    [InlineData("", "2022-04-01", "2022-04-30", CampaignRefusal.TitleImplausible)]
    [InlineData("四月排查", "2022-04-02", "2022-04-01", CampaignRefusal.UntilBeforeFrom)]
    [InlineData("四月排查", "2022-04-01", "2022-07-02", CampaignRefusal.TooLong)]
    [InlineData("四月排查", "2025-10-09", "2025-10-09", CampaignRefusal.DayTooFar)]
    public void A_campaign_that_cannot_be_is_refused(string title, string from, string until, CampaignRefusal refusal) =>
        CampaignRules.Decide(Campaign.Empty, Put(title, from, until)).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCatalog.CodeOf(refusal));

    [Theory]
    [InlineData("2022-04-01", "2022-07-01")]
    [InlineData("2022-04-01", "2022-04-01")]
    [InlineData("2025-10-08", "2025-10-08")]
    public void A_campaign_of_one_to_ninety_two_days_is_announced_once_and_changed_later(string from, string until)
    {
        var announced = CampaignRules.Decide(Campaign.Empty, Put("排查", from, until)).Events.Aggregate(Campaign.Empty, Campaign.Evolve);

        announced.Title.ShouldBe("排查");
        CampaignRules.Decide(announced, Put("排查", from, until)).Events.ShouldBeEmpty();
        CampaignRules.Decide(announced, Put("集中排查", from, until)).Events.ShouldHaveSingleItem();
    }

    private static PutCampaign Put(string title, string from, string until) => new(title, Day(from), Day(until), Today);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static RequestScreening Request() => new(ScreeningKind.Income, Period.OfQuarter(2023, 3), new(2023, 9, 30), "shiquan-2023", PackSpeaks: true, Today);

    private static FlagHouseholds Flag(int run, int batch) => new(run, batch, 100, [new("H1", "610922104901", ScreeningReasons.Resettled, new(3))]);

    private static CountyScreening Asked => After(CountyScreening.Empty, Request());

    private static CountyScreening After(CountyScreening screening, params ScreeningCommand[] commands)
    {
        foreach (var command in commands) screening = Decide(screening, command).Events.Aggregate(screening, CountyScreening.Evolve);
        return screening;
    }

    private static Decision<ScreeningEvent> Decide(CountyScreening screening, ScreeningCommand command) => ScreeningRules.Decide(screening, command, "county", Now);

    private static void Refused(CountyScreening screening, ScreeningCommand command, ScreeningRefusal refusal) =>
        Decide(screening, command).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCatalog.CodeOf(refusal));
}
