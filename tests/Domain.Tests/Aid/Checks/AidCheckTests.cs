using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Commands;
using static Revitalization.Domain.Tests.Aid.Checks.GivenCheck;

namespace Revitalization.Domain.Tests.Aid.Checks;

/// <summary>Checked once; then only what was found moves.</summary>
public sealed class AidCheckTests
{
    [Fact]
    public void A_check_keeps_its_figures_and_is_made_once()
    {
        var taken = Taken().Taken.ShouldNotBeNull();
        (taken.Recipient, taken.Position, taken.Figures.ConfirmedFen).ShouldBe((Given.Wangcang, 4711, 450_00));

        // The lost reply's repetition reads other figures by then: nothing happens. Another day is another check.
        Taken().Decide(Take with { Position = 5000, Figures = GivenCheck.Figures with { ConfirmedFen = 1 } }).ShouldSatisfyAllConditions(
            again => again.Refusal.ShouldBeNull(), again => again.Events.ShouldBeEmpty());
        Taken().Refuses(Take with { On = On.AddDays(1) }, AidCheckRefusal.AlreadyChecked, "period");
    }

    [Fact]
    public void Only_a_period_that_is_over_and_agreed_is_checked()
    {
        AidCheck.Empty.Refuses(Take with { Period = "2022-H2" }, AidCheckRefusal.PeriodMalformed, "period");
        AidCheck.Empty.Refuses(Take with { Period = "2020-H1" }, AidCheckRefusal.YearOutside, "period");
        AidCheck.Empty.Refuses(Take with { On = new(2022, 6, 29) }, AidCheckRefusal.PeriodNotOver, "on");
        AidCheck.Empty.After(Take with { On = new(2022, 6, 30) }).Taken.ShouldNotBeNull(); // Its last day is in.
        AidCheck.Empty.Refuses(Take with { On = Today.AddDays(1) }, AidCheckRefusal.DayInFuture, "on");
        AidCheckRules.Decide(AidCheck.Empty, Take, null, Today).Refusal!.Code.ShouldBe(PartnershipRefusal.NotAgreed.On().Code);
    }

    [Fact]
    public void What_was_never_checked_has_no_findings()
    {
        foreach (var command in new AidCheckCommand[] { Raise, Rectify, Accept }) AidCheck.Empty.Refuses(command, AidCheckRefusal.CheckUnknown);
    }

    [Fact]
    public void A_finding_says_what_who_and_until_when()
    {
        Taken().Refuses(Raise with { Text = " " }, AidCheckRefusal.TextImplausible, "text");
        Taken().Refuses(Raise with { Text = new('字', 501) }, AidCheckRefusal.TextImplausible, "text");
        Taken().Refuses(Raise with { Responsible = "" }, AidCheckRefusal.TextImplausible, "responsible");
        Taken().Refuses(Raise with { Responsible = new('字', 101) }, AidCheckRefusal.TextImplausible, "responsible");
        Taken().Refuses(Raise with { On = On.AddDays(-1) }, AidCheckRefusal.DayTooEarly, "on");
        Taken().Refuses(Raise with { DueOn = On.AddDays(-1) }, AidCheckRefusal.DueTooEarly, "dueOn");
        Found().Decide(Raise).Events.ShouldBeEmpty();
        Found().Refuses(Raise with { Text = "另一问题" }, AidCheckRefusal.FindingIdReused, "finding");
        var full = Enumerable.Range(0, AidCheckRules.FindingsMax).Aggregate(Taken(), (check, at) => check.After(Raise with { Finding = $"w{at}" }));
        full.Refuses(Raise with { Finding = "one-more" }, AidCheckRefusal.TooMany);
    }

    [Fact]
    public void A_finding_is_put_right_before_it_is_struck_off()
    {
        Found().Find("w-1")!.State.ShouldBe(FindingState.Open);
        Found().Refuses(Accept, AidCheckRefusal.StateOutOfOrder);
        Found().Refuses(Rectify with { Finding = "w-2" }, AidCheckRefusal.FindingUnknown, "finding");
        Found().Refuses(Accept with { Finding = "w-2" }, AidCheckRefusal.FindingUnknown, "finding");
        Found().Refuses(Rectify with { On = On.AddDays(-1) }, AidCheckRefusal.DayTooEarly, "on");
        Found().Refuses(Rectify with { Text = "" }, AidCheckRefusal.TextImplausible, "text");
        Found().Refuses(Rectify with { Evidence = ["abc"] }, AidCheckRefusal.EvidenceMalformed, "evidence");
        Found().Refuses(Rectify with { Evidence = [.. Enumerable.Repeat(Proof, 51)] }, AidCheckRefusal.EvidenceMalformed, "evidence");

        Rectified().Find("w-1").ShouldNotBeNull().ShouldSatisfyAllConditions(
            finding => finding.State.ShouldBe(FindingState.Rectified), finding => finding.Rectification.ShouldBe("资金已到账"), finding => finding.Evidence.ShouldBe([Proof]));
        Rectified().Decide(Rectify).Events.ShouldBeEmpty();
        Rectified().Refuses(Rectify with { Text = "又说" }, AidCheckRefusal.StateOutOfOrder);
        Rectified().Refuses(Accept with { On = On.AddDays(9) }, AidCheckRefusal.DayTooEarly, "on");

        var closed = Rectified().After(Accept);
        closed.Find("w-1")!.State.ShouldBe(FindingState.Closed);
        closed.Decide(Accept).Events.ShouldBeEmpty();
        closed.Refuses(SendBack, AidCheckRefusal.StateOutOfOrder);
        closed.Refuses(Rectify with { On = On.AddDays(20) }, AidCheckRefusal.StateOutOfOrder);
    }

    [Fact]
    public void What_is_not_accepted_goes_back_with_a_reason_and_round_again()
    {
        Rectified().Refuses(SendBack with { Reason = null }, AidCheckRefusal.ReasonMissing, "reason");
        Rectified().Refuses(SendBack with { Reason = new('字', 501) }, AidCheckRefusal.ReasonMissing, "reason");
        var back = Rectified().After(SendBack);
        (back.Find("w-1")!.State, back.Find("w-1")!.Reason).ShouldBe((FindingState.Open, "缺少回单"));

        back.Refuses(Rectify, AidCheckRefusal.DayTooEarly, "on"); // Before it was sent back.
        back.After(Rectify with { On = On.AddDays(14) }).After(Accept with { On = On.AddDays(15) }).Find("w-1")!.State.ShouldBe(FindingState.Closed);
    }

    // Who has rectified in time waits for the county and is not late.
    [Fact]
    public void Overdue_is_what_nobody_put_right_by_its_day()
    {
        var due = Raise.DueOn;
        Found().Find("w-1")!.IsOverdue(due).ShouldBeFalse();
        Found().Find("w-1")!.IsOverdue(due.AddDays(1)).ShouldBeTrue();
        Rectified().Find("w-1")!.IsOverdue(due.AddDays(1)).ShouldBeFalse();
        Rectified().After(SendBack).Find("w-1")!.IsOverdue(due.AddDays(1)).ShouldBeTrue();
        Rectified().After(Accept).Find("w-1")!.IsOverdue(due.AddDays(1)).ShouldBeFalse();
    }
}
