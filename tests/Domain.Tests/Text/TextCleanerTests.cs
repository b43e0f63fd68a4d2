using Revitalization.Domain.Text;

namespace Revitalization.Domain.Tests.Text;

/// <summary>What web pages, input methods and spreadsheets leave in headings and names is taken off, and said.</summary>
public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("監(jiān)測對象類別", "监测对象类别", TextCleaning.Traditional | TextCleaning.Pinyin)]
    [InlineData("　戶 編 號 ", "户编号", TextCleaning.Traditional | TextCleaning.Space)]
    [InlineData("工资性收入（元）", "工资性收入(元)", TextCleaning.Width)]
    [InlineData("行政村\n代码*", "行政村代码", TextCleaning.Space)]
    [InlineData("户\u200b编号", "户编号", TextCleaning.Invisible)]
    [InlineData("户编号", "户编号", TextCleaning.None)]
    public void A_heading_is_read_as_it_was_meant(string written, string meant, TextCleaning done)
    {
        var clean = TextCleaner.Heading(written);

        clean.Value.ShouldBe(meant);
        clean.Done.ShouldBe(done);
    }

    // "(yuan)" is no reading of the character before it: only a syllable with a tone mark is residue.
    [Theory]
    [InlineData("收入(yuan)", "收入(yuan)")]
    [InlineData("藍(lán)、產(chǎn)業(yè)、準(zhǔn)", "蓝、产业、准")]
    [InlineData("Café(lán)", "Café(lán)")]
    [InlineData("村(社区)", "村(社区)")]
    public void Only_pinyin_after_a_Chinese_character_is_residue(string written, string meant) =>
        TextCleaner.Name(written).Value.ShouldBe(meant);

    // A person's name keeps the characters that the 2013 table restored for names, and those that are standard in both scripts.
    [Theory]
    [InlineData("示例昇")]
    [InlineData("示例乾著")]
    [InlineData("示例甯堃")]
    public void A_name_written_in_standard_characters_stays_as_it_is(string name) => TextCleaner.Name(name).ShouldBe(new(name, TextCleaning.None));

    [Fact]
    public void A_foreign_name_keeps_the_space_between_its_words() => TextCleaner.Name(" Mary  Ann ").Value.ShouldBe("Mary Ann");

    // An id is not repaired: what is not around it belongs to it.
    [Theory]
    [InlineData(" H1 ", "H1", TextCleaning.Space)]
    [InlineData("'510823199001010018", "510823199001010018", TextCleaning.TextMark)]
    [InlineData("=\"0051\"", "0051", TextCleaning.TextMark)]
    [InlineData("１２３", "１２３", TextCleaning.None)]
    [InlineData("1 2", "1 2", TextCleaning.None)]
    public void Only_what_cannot_be_part_of_a_code_is_taken_off_it(string written, string meant, TextCleaning done) =>
        TextCleaner.Code(written).ShouldBe(new(meant, done));

    [Fact]
    public void No_simplified_form_is_itself_a_traditional_one()
    {
        TraditionalForms.Count.ShouldBeGreaterThan(2500);
        foreach (var form in TraditionalForms.All)
        {
            TraditionalForms.TrySimplify(form, out var simplified).ShouldBeTrue();
            TraditionalForms.TrySimplify(simplified, out _).ShouldBeFalse($"{form} becomes {simplified}");
        }
    }

    [Fact]
    public void Every_kind_of_cleaning_has_a_name_for_the_report() =>
        TextCleaningTitles.Kinds.Select(kind => kind.Title()).Distinct().Count().ShouldBe(Enum.GetValues<TextCleaning>().Length - 1);

    // Cleaning twice must not go on changing: a heading saved in a mapping is compared with a cleaned one.
    [Fact]
    public void What_was_cleaned_stays_as_it_is()
    {
        foreach (var text in new[] { "監(jiān)測　對象", "（ａ）", "'='x", " 村 （ 社區 ） ", "\ufeff戶編號" })
        {
            var once = TextCleaner.Heading(text).Value;
            TextCleaner.Heading(once).ShouldBe(new(once, TextCleaning.None), text);
        }
    }
}
