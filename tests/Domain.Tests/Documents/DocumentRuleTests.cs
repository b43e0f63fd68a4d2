using System.Collections.Immutable;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Documents;

/// <summary>Two people stand behind each published document, and nothing goes out undecided.</summary>
public sealed class DocumentRuleTests
{
    private const string One = "officer-1", Other = "officer-2", Error = "SmallCount@5-7", Warning = "PersonalName@40-3";
    private static readonly DateOnly Day = new(2023, 8, 17);
    private static readonly DocumentText Text = new("0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11", 500);
    private static readonly RegisterDocument Registration = new(One, "510823", Given.Profile, Text);

    private static FoundNow Found(Document document, params string[] errors) => new(document.Version, [.. errors], [Warning]);

    private static ReviewDocument Review(Document document, params FindingDecision[] decisions) => new(Other, Found(document, Error), [.. decisions], null);

    private static readonly FindingDecision Decided = new(Error, "已合并公布");

    private static Document After(Document document, DocumentCommand command)
    {
        var decision = DocumentRules.Decide(document, command, RegionBook.Shipped);
        decision.Refusal.ShouldBeNull(command.ToString());
        return decision.Events.Aggregate(document, Document.Evolve);
    }

    private static void Refuses(Document document, DocumentCommand command, DocumentRefusal refusal)
    {
        var decision = DocumentRules.Decide(document, command, RegionBook.Shipped);
        decision.Refusal.ShouldNotBeNull(command.ToString()).Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    private static Document Registered => After(Document.Empty, Registration);
    private static Document Reviewed => After(Registered, Review(Registered, Decided));
    private static Document Published => After(Reviewed, new PublishDocument(Other, Day, Found(Reviewed, Error)));

    [Fact]
    public void A_document_goes_out_when_another_person_decided_what_was_found()
    {
        Published.Stage.ShouldBe(DocumentStage.Published);
        (Published.RegisteredBy, Published.ReviewedBy, Published.PublishedOn).ShouldBe((One, Other, Day));
        Published.Decisions[Error].Reason.ShouldBe("已合并公布");
    }

    private static readonly ConfirmedFigure Four = new("510823", Period.OfQuarter(2023, 3), IndicatorCodes.HouseholdsMonitored, 4);

    private static FindingDecision Saying(params ConfirmedFigure[] figures) => Decided with { Figures = [.. figures] };

    // What the officer lets the page say is known from the day it is public, and stays known when it is repealed.
    [Fact]
    public void What_a_published_document_states_counts_as_published()
    {
        var registered = After(Document.Empty, Registration with { Profile = Given.Profile with { PublishedOn = null } });
        var reviewed = After(registered, Review(registered, Saying(Four)));
        StatedFigures.Of(reviewed, Day).ShouldBeEmpty();

        var published = After(reviewed, new PublishDocument(Other, Day, Found(reviewed, Error)));
        var repealed = After(published, new RepealDocument(Other, Day, "有误"));

        foreach (var document in new[] { published, repealed })
            StatedFigures.Of(document, Day).ShouldBe([new(Four.Region, Four.Period, Four.Indicator, 4)]);
    }

    // It was on another site before it came here: its readers have it already.
    [Fact]
    public void What_was_published_elsewhere_before_is_known_from_that_day()
    {
        var elsewhere = After(Document.Empty, Registration with { Profile = Given.Profile with { PublishedOn = Day } });
        var reviewed = After(elsewhere, Review(elsewhere, Saying(Four)));

        StatedFigures.Of(reviewed, Day.AddDays(-1)).ShouldBeEmpty();
        StatedFigures.Of(reviewed, Day).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_figure_of_nowhere_or_of_no_indicator_is_refused()
    {
        ConfirmedFigure[] wrong =
        [
            Four with { Region = "510824" }, Four with { Region = "5108231" }, Four with { Indicator = "households.happy" }, Four with { Value = -1 },
            Four with { Indicator = IndicatorCodes.IncomeNetPerHead }, Four with { Period = Period.OfMonth(2023, 9) },
        ];
        foreach (var figure in wrong) Refuses(Registered, Review(Registered, Saying(figure)), DocumentRefusal.FigureImplausible);
        Refuses(Registered, Review(Registered, Saying([.. Enumerable.Repeat(Four, 13)])), DocumentRefusal.FigureImplausible);
        After(Registered, Review(Registered, Saying(Four with { Region = "510823101" }, Four with { Region = "510823101901", Period = Period.OfYear(2023) })));
    }

    [Fact]
    public void Whoever_registered_it_does_not_review_it() => Refuses(Registered, Review(Registered, Decided) with { By = One }, DocumentRefusal.SamePerson);

    [Fact]
    public void Nothing_goes_out_while_an_error_is_undecided()
    {
        Refuses(Registered, Review(Registered), DocumentRefusal.ErrorUndecided);
        Refuses(Registered, new PublishDocument(Other, Day, Found(Registered)), DocumentRefusal.NotReviewed);
        // Found only after the review, say by a stricter threshold.
        Refuses(Reviewed, new PublishDocument(Other, Day, Found(Reviewed, Error, "SmallCount@90-7")), DocumentRefusal.ErrorUndecided);
    }

    [Fact]
    public void A_warning_may_be_decided_and_need_not() =>
        After(Registered, Review(Registered, Decided, new(Warning, "单位署名"))).Decisions.Count.ShouldBe(2);

    // A decision speaks of a text; another text makes all of it void, the same text keeps it.
    [Fact]
    public void Another_text_is_decided_anew()
    {
        After(Reviewed, Registration with { Text = Text with { Sha256 = new('a', 64) } }).ShouldSatisfyAllConditions(
            anew => anew.Decisions.ShouldBeEmpty(), anew => anew.ReviewedBy.ShouldBeNull(), anew => anew.Stage.ShouldBe(DocumentStage.Registered));
        After(Reviewed, Registration with { Profile = Given.Profile with { Topic = "其他" } }).ShouldSatisfyAllConditions(
            anew => anew.Decisions.ShouldContainKey(Error), anew => anew.ReviewedBy.ShouldBeNull());
    }

    [Fact]
    public void What_was_checked_before_a_change_is_checked_again() =>
        Refuses(Reviewed, new PublishDocument(Other, Day, Found(Registered, Error)), DocumentRefusal.ChangedSince);

    [Fact]
    public void A_returned_document_is_registered_again()
    {
        var returned = After(Registered, new ReviewDocument(Other, Found(Registered, Error), [], "请删去姓名"));

        (returned.Stage, returned.Reason).ShouldBe((DocumentStage.Returned, "请删去姓名"));
        Refuses(returned, new PublishDocument(Other, Day, Found(returned)), DocumentRefusal.NotReviewed);
        After(returned, Registration with { Profile = Given.Profile with { Topic = "其他" } }).Stage.ShouldBe(DocumentStage.Registered);
    }

    [Fact]
    public void A_published_document_is_replaced_or_repealed_and_never_changed()
    {
        Refuses(Published, Registration with { Profile = Given.Profile with { Topic = "其他" } }, DocumentRefusal.AlreadyPublished);
        Refuses(Published, Review(Published, Decided), DocumentRefusal.AlreadyPublished);
        var replaced = After(Published, new ReplaceDocument(One, Day.AddDays(9), "2024-0001", SuccessorPublished: true, "内容更新"));
        (replaced.Stage, replaced.Successor, replaced.EndedOn).ShouldBe((DocumentStage.Replaced, "2024-0001", Day.AddDays(9)));
        Refuses(replaced, new RepealDocument(One, Day, "任务完成"), DocumentRefusal.NotInForce);
        After(Published, new RepealDocument(One, Day.AddDays(9), "任务完成")).Stage.ShouldBe(DocumentStage.Repealed);
        Refuses(Published, new ReplaceDocument(One, Day, "2024-0002", SuccessorPublished: false, "内容更新"), DocumentRefusal.SuccessorUnknown);
        Refuses(Reviewed, new RepealDocument(One, Day, "任务完成"), DocumentRefusal.NotInForce);
    }

    [Fact]
    public void Acts_sent_twice_count_once()
    {
        var replace = new ReplaceDocument(One, Day, "2024-0001", SuccessorPublished: true, "内容更新");
        var repeal = new RepealDocument(One, Day, "任务完成");

        DocumentRules.Decide(Registered, Registration, RegionBook.Shipped).Events.ShouldBeEmpty();
        DocumentRules.Decide(After(Published, replace), replace, RegionBook.Shipped).Events.ShouldBeEmpty();
        DocumentRules.Decide(After(Published, repeal), repeal, RegionBook.Shipped).Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_registered_or_decided_is_refused_by_name()
    {
        Refuses(Document.Empty, new RepealDocument(One, Day, "任务完成"), DocumentRefusal.DocumentUnknown);
        Refuses(Document.Empty, Registration with { Region = "51" }, DocumentRefusal.RegionUnknown);
        Refuses(Document.Empty, Registration with { Profile = Given.Profile with { Title = " " } }, DocumentRefusal.ProfileImplausible);
        Refuses(Document.Empty, Registration with { Profile = Given.Profile with { Summary = new('字', 2001) } }, DocumentRefusal.ProfileImplausible);
        Refuses(Document.Empty, Registration with { Profile = Given.Profile with { Summary = "电话13800000000" } }, DocumentRefusal.PersonalNumber);
        Refuses(Document.Empty, Registration with { Text = Text with { Length = 0 } }, DocumentRefusal.TextImplausible);
        Refuses(Document.Empty, Registration with { Text = Text with { Length = DocumentRules.TextMax + 1 } }, DocumentRefusal.TextImplausible);
        Refuses(Registered, Review(Registered, Decided, new("SmallCount@1-1", "无此发现")), DocumentRefusal.FindingUnknown);
        Refuses(Registered, Review(Registered, new FindingDecision(Error, " ")), DocumentRefusal.ReasonImplausible);
        Refuses(Published, new RepealDocument(One, Day, new('字', 201)), DocumentRefusal.ReasonImplausible);
        Refuses(Published, new RepealDocument(One, Day, "请拨13800000000"), DocumentRefusal.PersonalNumber); // The public reads it.
    }

    // Whoever reviews must not have brought what is reviewed.
    [Fact]
    public void Attachments_are_the_registrars_and_make_the_review_void()
    {
        var table = new DocumentAttachment("附件1.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 10, new('a', 64));
        var attached = After(Reviewed, new AttachToDocument(One, table));
        (attached.Stage, attached.ReviewedBy, attached.Attachments.Single()).ShouldBe((DocumentStage.Registered, null, table));
        Refuses(Reviewed, new AttachToDocument(Other, table), DocumentRefusal.NotRegistrar);
        Refuses(Registered, new AttachToDocument(One, table with { Name = "../附件" }), DocumentRefusal.AttachmentImplausible);
        Refuses(attached, new AttachToDocument(One, table with { Name = "同一文件.xlsx" }), DocumentRefusal.AttachmentImplausible);
        Refuses(Registered, new AttachToDocument(One, table with { Name = "13800000000.pdf" }), DocumentRefusal.PersonalNumber);
        Refuses(Published, new AttachToDocument(One, table), DocumentRefusal.AlreadyPublished);
        Refuses(Registered, new DetachFromDocument(One, table.Sha256), DocumentRefusal.AttachmentUnknown);
        After(attached, new DetachFromDocument(One, table.Sha256)).Attachments.ShouldBeEmpty();
        After(attached, Registration with { Profile = Given.Profile with { Summary = "改" } }).Attachments.ShouldBe([table]); // Another draft of the same text keeps them.
        var full = Enumerable.Range(0, DocumentRules.AttachmentsMax).Aggregate(Registered, (document, at) =>
            After(document, new AttachToDocument(One, table with { Name = $"附件{at}.xlsx", Sha256 = at.ToString("x64", System.Globalization.CultureInfo.InvariantCulture) })));
        Refuses(full, new AttachToDocument(One, table), DocumentRefusal.AttachmentImplausible);
    }
}
