using Revitalization.Contracts.Releases;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Releases;

namespace Revitalization.Domain.Tests.Releases;

/// <summary>Figures reach the public only through two people (双人发布).</summary>
public sealed class ReleaseRulesTests
{
    private static readonly DateOnly Today = new(2023, 10, 8);
    private static readonly FrozenRows Rows = new(1200, new string('a', 64), [new("Observations", 504)]);
    private static readonly Release Proposed = Release.Evolve(Release.Empty, new ReleaseProposed(Today, null, null, Rows, "zhang"));

    [Fact]
    public void What_one_person_proposed_another_approves()
    {
        var approved = Decide(Proposed, Approve("li")).Events.ShouldHaveSingleItem().ShouldBeOfType<ReleaseApproved>();

        approved.RowsRoot.ShouldBe(Rows.RowsRoot);
        Release.Evolve(Proposed, approved).IsApproved.ShouldBeTrue();
    }

    // One pair of eyes is one mistake away from publishing a wrong county.
    [Fact]
    public void Nobody_approves_what_he_proposed_himself() => Refused(Proposed, Approve("zhang"), ReleaseRefusal.SamePerson);

    [Fact]
    public void What_nobody_proposed_cannot_be_approved() => Refused(Release.Empty, Approve("li"), ReleaseRefusal.ReleaseUnknown);

    [Fact]
    public void A_release_is_approved_once_and_then_stands()
    {
        var approved = Release.Evolve(Proposed, new ReleaseApproved("li", default, Rows.RowsRoot));

        Refused(approved, Approve("wang"), ReleaseRefusal.AlreadyApproved);
        Refused(approved, Propose(), ReleaseRefusal.AlreadyApproved);
    }

    // The second person answers for the rows seen, not for rows that came after.
    [Fact]
    public void Rows_that_changed_since_they_were_looked_at_are_not_approved() =>
        Refused(Proposed, Approve("li") with { RowsRoot = new string('b', 64) }, ReleaseRefusal.RowsChanged);

    // What earlier releases gave away nobody can take back. Then somebody says why this one goes out, and stands beside it by name.
    [Fact]
    public void What_cannot_be_protected_goes_out_only_with_the_second_persons_reason()
    {
        var open = Release.Evolve(Release.Empty, new ReleaseProposed(Today, null, null, Rows, "zhang", Open: 2));

        Refused(open, Approve("li"), ReleaseRefusal.OpenUndecided);
        Refused(open, Approve("li") with { OpenReason = " " }, ReleaseRefusal.OpenReasonMalformed);
        Refused(open, Approve("li") with { OpenReason = new string('因', ReleaseRules.NoteMax + 1) }, ReleaseRefusal.OpenReasonMalformed);
        Refused(open, Approve("li") with { OpenReason = "电话13800000000" }, ReleaseRefusal.OpenReasonMalformed);
        var approved = Decide(open, Approve("li") with { OpenReason = "两处均已由镇政府文件公开" }).Events.ShouldHaveSingleItem();
        Release.Evolve(open, approved).OpenReason.ShouldBe("两处均已由镇政府文件公开");
    }

    [Fact]
    public void A_reason_is_kept_only_where_something_is_open() =>
        Decide(Proposed, Approve("li") with { OpenReason = "无" }).Events.ShouldHaveSingleItem().ShouldBeOfType<ReleaseApproved>().OpenReason.ShouldBeNull();

    // A document may tell, between the two signatures, what the release hides.
    [Fact]
    public void Figures_that_documents_told_since_send_the_release_back() =>
        Refused(Proposed, Approve("li") with { StatedSince = true }, ReleaseRefusal.StatedSince);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(0, false)]
    public void Numbers_follow_one_another_without_gaps(int number, bool follows)
    {
        var decision = Decide(Release.Empty, Propose() with { Number = number });
        decision.Refusal.ShouldBe(follows ? null : ReleaseRefusal.NumberNotNext.On("number"));
    }

    [Fact]
    public void Figures_of_tomorrow_are_not_published_today()
    {
        Decide(Release.Empty, Propose() with { AsOf = Today }).Refusal.ShouldBeNull();
        Refused(Release.Empty, Propose() with { AsOf = Today.AddDays(1) }, ReleaseRefusal.AsOfInFuture);
    }

    [Fact]
    public void Only_a_published_release_can_be_corrected()
    {
        Refused(Release.Empty, Propose() with { Corrects = 1 }, ReleaseRefusal.CorrectsUnknown);
        Decide(Release.Empty, Propose() with { Number = 2, LastPublished = 1, Corrects = 1 }).Refusal.ShouldBeNull();
        Refused(Release.Empty, Propose() with { Number = 2, LastPublished = 1, Corrects = 2 }, ReleaseRefusal.CorrectsUnknown);
    }

    [Fact]
    public void A_note_is_short_and_plain()
    {
        Decide(Release.Empty, Propose() with { Note = new string('注', 200) }).Refusal.ShouldBeNull();
        Refused(Release.Empty, Propose() with { Note = new string('注', 201) }, ReleaseRefusal.NoteMalformed);
        Refused(Release.Empty, Propose() with { Note = "a\nb" }, ReleaseRefusal.NoteMalformed);
    }

    [Fact]
    public void Proposing_the_same_again_changes_nothing_and_later_figures_replace_it()
    {
        Decide(Proposed, Propose()).Events.ShouldBeEmpty();
        Decide(Proposed, Propose() with { Rows = Rows with { RowsRoot = new string('c', 64) } }).Events.ShouldHaveSingleItem();
    }

    private static ProposeRelease Propose() => new(1, 0, Today, null, null, Rows, "zhang");

    private static ApproveRelease Approve(string by) => new(by, default, null);

    private static Decision<ReleaseEvent> Decide(Release release, ReleaseCommand command) => ReleaseRules.Decide(release, command, Today);

    private static void Refused(Release release, ReleaseCommand command, ReleaseRefusal refusal)
    {
        var decision = Decide(release, command);
        decision.Refusal?.Code.ShouldBe(Contracts.Refusals.RefusalCatalog.CodeOf(refusal));
        decision.Refusal.ShouldNotBeNull();
        decision.Events.ShouldBeEmpty();
    }
}
