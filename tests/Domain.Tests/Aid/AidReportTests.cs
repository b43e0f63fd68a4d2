using Revitalization.Domain.Aid;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Tests.Aid;

public sealed class AidReportTests
{
    private static readonly DateOnly Later = new(2022, 6, 1);

    [Fact]
    public void A_report_sent_twice_is_one_report()
    {
        AidReportRules.Decide(Given.Reported(), Given.Report(), Given.Context()).Events.ShouldBeEmpty();
        Given.Reported().Refuses(Given.Report(Given.Support(1)), AidRefusal.ReportIdReused);
    }

    [Fact]
    public void Money_counts_as_confirmed_only_while_it_is_confirmed()
    {
        var confirmed = Given.Confirmed();
        confirmed.ConfirmedFen.ShouldBe(5_000_000_00);
        confirmed.ReportedFen.ShouldBe(5_000_000_00);

        var reopened = confirmed.After(new ReopenReport(Later, "到账金额有误"));
        reopened.State.ShouldBe(ReportState.Disputed);
        reopened.ConfirmedFen.ShouldBe(0);

        var withdrawn = reopened.After(new WithdrawReport(Later, "重复上报"));
        withdrawn.ReportedFen.ShouldBe(0);
    }

    [Fact]
    public void A_part_is_confirmed_with_a_reason_and_never_more_than_was_reported()
    {
        var reported = Given.Reported();
        reported.Refuses(new ConfirmSupport(Later, 4_000_000_00, 0, null), AidRefusal.ReasonMissing);
        reported.Refuses(new ConfirmSupport(Later, 5_000_000_01, 0, null), AidRefusal.ConfirmedAboveReported);
        reported.Refuses(new ConfirmSupport(Later, 5_000_000_00, 1, null), AidRefusal.ConfirmedAboveReported);
        reported.Refuses(new ConfirmSupport(Later, 0, 0, "未收到"), AidRefusal.AmountImplausible);
        reported.After(new ConfirmSupport(Later, 4_000_000_00, 0, "余款未到")).ConfirmedFen.ShouldBe(4_000_000_00);
    }

    // 双人复核: what one person of the partner's typed does not leave the house alone.
    [Fact]
    public void Where_two_must_sign_the_drafter_cannot_be_the_second()
    {
        var two = Given.Context(twoSignatures: true);
        var drafted = AidReport.Empty.After(Given.Report(), two);
        drafted.State.ShouldBe(ReportState.Drafted);
        drafted.ReportedFen.ShouldBe(0);

        drafted.Refuses(new SignReport(Later), AidRefusal.SamePerson, two);
        drafted.Refuses(new ConfirmSupport(Later, 1, 0, "…"), AidRefusal.StateOutOfOrder, two);
        drafted.After(new SignReport(Later), Given.Context("xiaoshan-2", twoSignatures: true)).State.ShouldBe(ReportState.Reported);
    }

    [Fact]
    public void A_corrected_report_waits_for_the_county_again()
    {
        var returned = Given.Reported().After(new ReturnReport(Later, "缺少拨款文件"));
        var corrected = returned.After(new CorrectSupport(Later, Given.Support(4_900_000_00), "更正金额"));

        corrected.State.ShouldBe(ReportState.Reported);
        corrected.ReportedFen.ShouldBe(4_900_000_00);
        corrected.AskedOn.ShouldBe(Later);
    }

    // A partner that drops a draft has told the county nothing; one that takes a report back has.
    [Fact]
    public void What_was_withdrawn_before_anybody_signed_it_never_left_the_partner_s_house()
    {
        var two = Given.Context(twoSignatures: true);
        var draft = AidReport.Empty.After(new ReportSupport(Later, "xiaoshan-wangcang", Given.Support()), two)
            .After(new CorrectSupport(Later, Given.Support(1), "更正"), two);

        draft.IsInternal.ShouldBeTrue();
        draft.After(new WithdrawReport(Later, "填错"), two).IsInternal.ShouldBeTrue();
        var signed = draft.After(new SignReport(Later), Given.Context("xiaoshan-2", twoSignatures: true));
        signed.IsInternal.ShouldBeFalse();
        signed.After(new WithdrawReport(Later, "重复"), two).IsInternal.ShouldBeFalse();
    }

    [Fact]
    public void What_is_confirmed_is_changed_only_after_the_county_reopens_it()
    {
        Given.Confirmed().Refuses(new CorrectSupport(Later, Given.Support(1), "更正"), AidRefusal.StateOutOfOrder);
        Given.Confirmed().Refuses(new WithdrawReport(Later, "撤回"), AidRefusal.StateOutOfOrder);
        Given.Confirmed().Refuses(new DisputeSupport(Later, "异议"), AidRefusal.StateOutOfOrder);
        Given.Reported().Refuses(new ReopenReport(Later, "撤销"), AidRefusal.StateOutOfOrder);
    }

    [Fact]
    public void Confirming_what_is_confirmed_so_already_changes_nothing() =>
        AidReportRules.Decide(Given.Confirmed(), new ConfirmSupport(Later, 5_000_000_00, 0, null), Given.Context()).Events.ShouldBeEmpty();

    [Fact]
    public void Both_sides_talk_on_the_report_itself()
    {
        var said = Given.Reported().After(new CommentOnReport(Later, "c1", "请补充拨款文件"), Given.Context("wangcang-1"));

        said.Comments.Single().By.ShouldBe("wangcang-1");
        said.Refuses(new CommentOnReport(Later, "c1", "别的话"), AidRefusal.CommentIdReused);
        said.Refuses(new CommentOnReport(Later, "c2", ""), AidRefusal.TextImplausible);
        var full = said with { Comments = [.. Enumerable.Repeat(said.Comments[0], AidReportRules.CommentsMax)] };
        full.Refuses(new CommentOnReport(Later, "c3", "再说"), AidRefusal.TooMany);
    }

    [Fact]
    public void What_cannot_have_been_delivered_is_refused_by_name()
    {
        var good = Given.Support();
        AidReport.Empty.Refuses(new SignReport(Later), AidRefusal.ReportUnknown);
        AidReport.Empty.Refuses(new ReportSupport(new(2023, 1, 1), "xiaoshan-wangcang", good), AidRefusal.DayInFuture);
        Refused(good with { DeliveredOn = new(2023, 1, 1) }, AidRefusal.DayInFuture);
        Refused(good with { Year = 2026 }, AidRefusal.YearOutside);
        Refused(good with { DeliveredOn = new(2020, 12, 31) }, AidRefusal.YearOutside);
        Refused(good with { AmountFen = -1 }, AidRefusal.AmountImplausible);
        Refused(good with { AmountFen = 0, Thousandths = 5 }, AidRefusal.MoneyMissing);
        Refused(good with { AmountFen = 0 }, AidRefusal.AmountImplausible);
        Refused(good with { Recipient = "510823" }, AidRefusal.RecipientElsewhere);
        Refused(good with { Evidence = [] }, AidRefusal.EvidenceMissing);
        Refused(good with { Title = "" }, AidRefusal.TextImplausible);
        Refused(good with { Pairing = "t9" }, AidRefusal.PairingUnknown);
        Refused(good with { References = [new(ReferenceKind.Invoice, "发票")] }, AidRefusal.ReferenceMalformed);
        Refused(good with { References = [good.References[0], good.References[0]] }, AidRefusal.ReferenceMalformed);
        AidReport.Empty.Refuses(Given.Report(), PartnershipRefusal.NotAgreed, Given.Context() with { Terms = null });
    }

    private static void Refused(Support support, AidRefusal refusal) => AidReport.Empty.Refuses(Given.Report(support), refusal);

    // IATI's unsolved complaint: the same money told by two sides must not be two.
    [Fact]
    public void A_paper_stands_behind_one_report_at_most()
    {
        var counted = After(AidPaper.Empty, new CountPaper("r1", 1));

        AidPaper.Decide(counted, new CountPaper("r1", 1)).Events.ShouldBeEmpty();
        AidPaper.Decide(counted, new CountPaper("r2", 1)).Refusal!.Code.ShouldBe(AidRefusal.ReferenceCounted.On().Code);
        AidPaper.Decide(counted, new ReleasePaper("r2", 9)).Events.ShouldBeEmpty();
        AidPaper.Decide(After(counted, new ReleasePaper("r1", 2)), new CountPaper("r2", 1)).Refusal.ShouldBeNull();
    }

    // Reopened and confirmed again before the reactor got to the reopening: its late release must not free the paper.
    [Fact]
    public void A_late_release_does_not_free_a_paper_that_counts_again()
    {
        var again = After(After(AidPaper.Empty, new CountPaper("r1", 1)), new CountPaper("r1", 3));

        AidPaper.Decide(again, new ReleasePaper("r1", 3)).Events.ShouldBeEmpty();
    }

    private static AidPaper After(AidPaper paper, AidPaperCommand command) =>
        AidPaper.Decide(paper, command).Events.Aggregate(paper, AidPaper.Evolve);
}
