using Revitalization.Domain.Calendar;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Regions;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Tests.Documents;

/// <summary>What is stated of a document is checked field by field; every finding says which field and why.</summary>
public sealed class ProfileCheckTests
{
    private static readonly DateOnly Today = new(2023, 12, 1);

    private static List<DocumentFinding> Found(DocumentProfile profile) =>
        [.. ProfileChecks.Of(profile, Today, Today, WorkdayCalendar.Shipped, RegionBook.Shipped)];

    private static void Finds(DocumentProfile profile, DocumentFindingKind kind, FindingSeverity severity, string field)
    {
        var finding = Found(profile).Find(finding => finding.Kind == kind).ShouldNotBeNull($"{kind}");
        (finding.Severity, finding.Field).ShouldBe((severity, field));
    }

    [Fact]
    public void A_document_in_order_has_only_the_old_region_in_its_code() =>
        Found(Given.Profile).Select(finding => finding.Kind).ShouldBe([IndexRegionOld]);

    // 綦江 was a county with the code 500222 before it became the district 500110; its code is valid all the same.
    [Fact]
    public void An_old_region_in_a_valid_code_is_a_warning_that_names_todays()
    {
        var finding = Found(Given.Profile with { Issuer = "綦江区扶欢镇" }).Single(finding => finding.Kind == IndexRegionOld);

        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Words.ShouldContain("500110");
    }

    [Fact]
    public void What_a_catalogue_cannot_do_without_is_an_error_and_the_rest_a_warning()
    {
        Finds(Given.Profile with { Title = " " }, TitleMissing, FindingSeverity.Error, "title");
        Finds(Given.Profile with { Issuer = "" }, IssuerMissing, FindingSeverity.Error, "issuer");
        Finds(Given.Profile with { IndexNumber = "" }, IndexNumberMissing, FindingSeverity.Error, "indexNumber");
        Finds(Given.Profile with { IndexNumber = "第一号" }, IndexNumberMalformed, FindingSeverity.Error, "indexNumber");
        Finds(Given.Profile with { IndexNumber = "11500222742856713H/2023-00001" }, IndexOrganisationWrong, FindingSeverity.Error, "indexNumber");
        Finds(Given.Profile with { IndexNumber = "xzfgzbmsqxxczxj/2023-0049" }, IndexNumberPinyin, FindingSeverity.Warning, "indexNumber");
        Finds(Given.Profile with { IndexNumber = "742856713/2020-00001" }, IndexYearDiffers, FindingSeverity.Warning, "indexNumber");
        Finds(Given.Profile with { Topic = "" }, TopicMissing, FindingSeverity.Warning, "topic");
        Finds(Given.Profile with { Genre = "" }, GenreMissing, FindingSeverity.Warning, "genre");
        Finds(Given.Profile with { Summary = "" }, SummaryMissing, FindingSeverity.Warning, "summary");
        Finds(Given.Profile with { Validity = DocumentValidity.Unstated }, ValidityUnstated, FindingSeverity.Warning, "validity");
        Finds(Given.Profile with { DocumentNumber = "示例府发[2023]1号" }, DocumentNumberMalformed, FindingSeverity.Warning, "documentNumber");
    }

    // 扶欢: numbered in 2021, made on 3 February 2022, in the Spring Festival.
    [Fact]
    public void A_document_made_on_a_holiday_and_numbered_the_year_before_is_warned_of()
    {
        var profile = Given.Profile with { DocumentNumber = "扶欢府发〔2021〕22号", IndexNumber = "11500222742856713G/2022-00001", MadeOn = new(2022, 2, 3), PublishedOn = new(2022, 2, 14) };

        Finds(profile, MadeOnHoliday, FindingSeverity.Warning, "madeOn");
        Finds(profile, DocumentNumberYearDiffers, FindingSeverity.Warning, "documentNumber");
        Found(profile).ShouldNotContain(finding => finding.Kind == PublishedLate);
    }

    [Fact]
    public void Days_that_cannot_be_are_errors()
    {
        Finds(Given.Profile with { MadeOn = null }, MadeMissing, FindingSeverity.Warning, "madeOn");
        Finds(Given.Profile with { MadeOn = Today.AddDays(1), PublishedOn = null }, MadeInFuture, FindingSeverity.Error, "madeOn");
        Finds(Given.Profile with { MadeOn = new(2023, 8, 12) }, MadeOnRestDay, FindingSeverity.Warning, "madeOn");
        Finds(Given.Profile with { PublishedOn = new(2023, 8, 11) }, PublishedBeforeMade, FindingSeverity.Error, "publishedOn");
    }

    // Twenty working days after 14 August 2023 is 11 September.
    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void Twenty_working_days_from_making_to_publishing_and_not_one_more(int september, bool late)
    {
        ProfileChecks.LastDay(new(2023, 8, 14), WorkdayCalendar.Shipped).Value.ShouldBe(new(2023, 9, 11));
        Found(Given.Profile with { PublishedOn = new(2023, 9, september) }).Any(finding => finding.Kind == PublishedLate).ShouldBe(late);
    }

    // Where it is published here first, the clock runs to the day on which somebody asks.
    [Fact]
    public void A_document_not_yet_published_is_late_by_today() =>
        Finds(Given.Profile with { PublishedOn = null }, PublishedLate, FindingSeverity.Warning, "publishedOn");
}
