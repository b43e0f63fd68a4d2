using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Releases;

namespace Revitalization.Domain.Tests.Releases;

/// <summary>What was published is taken back row by row, by two people, and only ever to hide: nothing else of a release can change.</summary>
public sealed class RedactionRulesTests
{
    private static readonly DateTimeOffset At = new(2023, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly RedactedRow Row = new(3, 17, "AidReports", new string('a', 64));
    private static readonly Redaction Asked = Redaction.Evolve(Redaction.Empty, new RedactionAsked(Row, "误含个人信息", "zhang"));

    [Fact]
    public void What_one_person_asked_another_approves()
    {
        var approved = RedactionRules.Decide(Asked, new ApproveRedaction("li", At, Row.Leaf)).Events.ShouldHaveSingleItem();

        Redaction.Evolve(Asked, approved).IsApproved.ShouldBeTrue();
    }

    // Else one person could make an unwelcome figure disappear.
    [Fact]
    public void Nobody_approves_a_redaction_he_asked_for() => Refused(Asked, new ApproveRedaction("zhang", At, null), RedactionRefusal.SamePerson);

    [Fact]
    public void What_nobody_asked_for_is_not_approved() => Refused(Redaction.Empty, new ApproveRedaction("li", At, null), RedactionRefusal.RedactionUnknown);

    [Fact]
    public void The_approver_approves_the_row_that_was_looked_at() =>
        Refused(Asked, new ApproveRedaction("li", At, new string('b', 64)), RedactionRefusal.RowChanged);

    [Fact]
    public void A_redaction_is_approved_once()
    {
        var approved = Redaction.Evolve(Asked, new RedactionApproved("li", At));

        Refused(approved, new ApproveRedaction("wang", At, null), RedactionRefusal.AlreadyApproved);
        Refused(approved, Ask, RedactionRefusal.AlreadyApproved);
    }

    [Fact]
    public void Only_a_row_that_stands_there_is_redacted_and_asking_twice_changes_nothing()
    {
        Refused(Redaction.Empty, Ask with { Row = null }, RedactionRefusal.RowUnknown);
        RedactionRules.Decide(Redaction.Empty, Ask).Events.ShouldHaveSingleItem();
        RedactionRules.Decide(Asked, Ask).Events.ShouldBeEmpty();
    }

    [Fact]
    public void Redactions_follow_one_another_and_say_why()
    {
        Refused(Redaction.Empty, Ask with { Number = 2 }, RedactionRefusal.NumberNotNext);
        Refused(Redaction.Empty, Ask with { Reason = "" }, RedactionRefusal.ReasonMalformed);
    }

    private static AskRedaction Ask => new(1, 0, Row, "误含个人信息", "zhang");

    private static void Refused(Redaction redaction, RedactionCommand command, RedactionRefusal refusal) =>
        RedactionRules.Decide(redaction, command).Refusal!.Code.ShouldBe(refusal.On().Code);
}
