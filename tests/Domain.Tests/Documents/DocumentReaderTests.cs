using Revitalization.Domain.Documents;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Tests.Documents;

/// <summary>What a page says of its document is found, and what was unsure is said.</summary>
public sealed class DocumentReaderTests
{
    [Fact]
    public void A_page_with_labelled_fields_is_read_for_certain()
    {
        var read = DocumentReader.Read(Given.Page);

        read.Profile.ShouldBe(Given.Profile with { Summary = "" });
        new[] { read.Title, read.IndexNumber, read.DocumentNumber, read.Issuer, read.MadeOn, read.PublishedOn }.ShouldAllBe(field => field.Certainty == Certainty.Certain);
        read.Done.ShouldBe(TextCleaning.Traditional | TextCleaning.Pinyin);
    }

    [Fact]
    public void Headings_are_found_by_level_in_the_body_and_not_in_the_footer()
    {
        var read = DocumentReader.Read(Given.Page);

        read.Sections.Select(section => (section.Level, section.Number, section.Heading)).ShouldBe(
            [(1, "一、", "总体要求"), (2, "(一)", "监测对象"), (3, "1.", "按月排查"), (1, "二、", "保障措施"), (2, "(二)", "组织领导")]);
        Given.Page.Substring(read.Body.Start, read.Body.Length).ShouldStartWith("各鄉鎮");
        Given.Page.Substring(read.Body.Start, read.Body.Length).ShouldEndWith("各鄉鎮負責。");
        Given.Page.Substring(read.Sections[1].Start, read.Sections[1].Length).ShouldStartWith("(一)監(jiān)測對象");
    }

    [Theory]
    [InlineData("二〇二三年八月十四日", "2023-08-14")]
    [InlineData("2023年8月14日", "2023-08-14")]
    [InlineData("２０２３年８月１４日", "2023-08-14")]
    public void A_date_under_the_text_is_when_it_was_made(string written, string day) =>
        DocumentReader.Read($"示例县关于示例的通知\n各乡镇:\n请执行。\n示例县人民政府\n{written}").MadeOn.ShouldSatisfyAllConditions(
            made => made.Value.ShouldBe(day), made => made.Certainty.ShouldBe(Certainty.Likely));

    [Fact]
    public void A_date_that_the_calendar_does_not_have_is_none()
    {
        var made = DocumentReader.Read("成文日期: 2023-02-30\n正文。").MadeOn;

        (made.Value, made.Certainty).ShouldBe((null, Certainty.Missing));
        made.Doubt.ShouldNotBeNull().ShouldContain("2023-02-30");
    }

    [Fact]
    public void Where_label_and_signature_differ_both_are_said()
    {
        var made = DocumentReader.Read("成文日期: 2023-08-10\n示例县关于示例的通知\n各乡镇:\n请执行。\n示例县人民政府\n2023年8月14日").MadeOn;

        (made.Value, made.Certainty).ShouldBe(("2023-08-10", Certainty.Likely));
        made.Doubt.ShouldNotBeNull().ShouldContain("2023-08-14");
    }

    // A document number in the text is another document's.
    [Fact]
    public void A_cited_document_number_is_not_taken_for_its_own() =>
        DocumentReader.Read("示例县关于示例的通知\n按照示例委发〔2021〕10号要求,现通知如下。").DocumentNumber.Certainty.ShouldBe(Certainty.Missing);

    [Fact]
    public void A_number_left_out_among_headings_is_said()
    {
        var read = DocumentReader.Read("示例方案\n一、甲。\n三、丙。\n)残。\n一段话。");

        read.Sections[1].Doubt.ShouldNotBeNull().ShouldContain("三、");
        read.Sections[2].ShouldSatisfyAllConditions(section => section.Level.ShouldBe(2), section => section.Certainty.ShouldBe(Certainty.Guessed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\n\n  \n")]
    public void A_text_that_says_nothing_is_read_as_nothing(string? text)
    {
        var read = DocumentReader.Read(text);

        read.Title.Certainty.ShouldBe(Certainty.Missing);
        read.Doubts.ShouldContain("没有找到正文。");
    }

    // The five documents, as their pages and converters left them.
    [Theory]
    [InlineData("fuhuan-transition-plan-2022.txt", "11500222742856713G/2022-00001", "扶欢府发〔2021〕22号", "綦江区扶欢镇", "2022-02-03", "2022-02-14", Certainty.Certain, 33, 2)]
    [InlineData("shiquan-income-plan-2023.txt", "xzfgzbmsqxxczxj/2023-0049", null, "石泉县乡村振兴局", "2023-08-11", "2023-08-17", Certainty.Certain, 31, 1)]
    [InlineData("jiange-7-7-3-2022.txt", null, null, "县乡村振兴局", null, "2022-07-26", Certainty.Likely, 11, 3)]
    [InlineData("bazhong-site-review-2023.txt", null, null, "巴中市乡村振兴局", null, "2023-07-17", Certainty.Guessed, 0, 10)]
    [InlineData("wangcang-work-plan-2022.txt", null, null, null, null, null, Certainty.Missing, 4, 0)]
    public void A_real_document_is_read(
        string file, string? index, string? number, string? issuer, string? made, string? published, Certainty title, int numbered, int unnumbered)
    {
        var path = Repository.Shared($"documents/{file}");
        Assert.SkipUnless(File.Exists(path), "The shared documents are not beside the repository.");

        var read = DocumentReader.Read(File.ReadAllText(path));

        (read.IndexNumber.Value, read.DocumentNumber.Value, read.Issuer.Value, read.MadeOn.Value, read.PublishedOn.Value).ShouldBe((index, number, issuer, made, published));
        read.Title.Certainty.ShouldBe(title);
        read.Sections.Count(section => section.Level > 0).ShouldBe(numbered);
        read.Sections.Count(section => section.Level == 0).ShouldBe(unnumbered);
    }
}
