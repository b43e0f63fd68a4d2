using Revitalization.Domain.Documents;
using Revitalization.Domain.Privacy;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Tests.Documents;

/// <summary>What must not go out unseen is found where it stands.</summary>
public sealed class DocumentCheckTests
{
    // A number of nobody: its region does not exist and its day lies long ago; the check digit is computed.
    private static readonly string s_id = "51999919000101999" + Domain.Privacy.NationalId.CheckDigit("51999919000101999");

    [Fact]
    public void An_identity_number_is_found_however_it_is_written()
    {
        var (spaced, wide) = ($"{s_id[..6]} {s_id[6..14]} {s_id[14..]}", string.Concat(s_id.Select(digit => (char)(digit - '!' + '！'))));

        foreach (var written in new[] { s_id, spaced, wide, s_id.ToLowerInvariant() })
            Given.Marked($"身份证{written}。", DocumentFindingKind.NationalId).ShouldBe(written);
    }

    // Mistyped, it is still somebody's: but a warning, since a serial number may look so.
    [Fact]
    public void An_identity_number_with_a_wrong_check_digit_is_a_warning()
    {
        var wrong = s_id[..17] + (s_id[17] == '1' ? '2' : '1');

        Given.Kinds($"编号{wrong}。").ShouldBe([NationalIdLike]);
        DocumentFinding.SeverityOf(NationalIdLike).ShouldBe(FindingSeverity.Warning);
    }

    [Theory]
    [InlineData("电话13800000000。", MobilePhone, "13800000000")]
    [InlineData("电话138 0000 0000。", MobilePhone, "138 0000 0000")]
    [InlineData("电话(0839)6666670。", FixedPhone, "0839)6666670")]
    [InlineData("卡号6222020000000000000。", BankCard, "6222020000000000000")]
    public void Telephone_and_card_numbers_are_found(string text, DocumentFindingKind kind, string marked) => Given.Marked(text, kind).ShouldBe(marked);

    [Theory]
    [InlineData("卡号6222020000000000001。")]
    [InlineData("总投资18950000元,2023-08-11至2023-08-17。")]
    [InlineData("川公网安备 51082302000134号")]
    [InlineData("网站标识码:5108230052")]
    public void A_number_that_is_nobodys_is_not_marked(string text) => Given.Kinds(text).ShouldBeEmpty();

    [Theory]
    [InlineData("村民王示例身患重病,一家四口。", NameWithSensitiveFact, "王示例")]
    [InlineData("走访了监测户李示。", NameWithSensitiveFact, "李示")]
    [InlineData("联系人:赵示例。", PersonalName, "赵示例")]
    [InlineData("全县如期完成任务。(县示例局 王示例)", PersonalName, "王示例")]
    public void A_name_is_marked_and_beside_a_sensitive_fact_it_is_an_error(string text, DocumentFindingKind kind, string marked) =>
        Given.Marked(text, kind).ShouldBe(marked);

    // Nobody calls a name 村民 in a table: its heading does.
    [Fact]
    public void A_column_of_names_is_marked() =>
        Given.Marked("附:补助名单\n户主 | 补助金额\n王示例 | 600\n李示 | 700\n", NameWithSensitiveFact).ShouldBe("王示例");

    [Theory]
    [InlineData("切实保障群众安全。")]
    [InlineData("村民高度重视,群众满意。")]
    [InlineData("对残疾人等群众常年走访,患者应治尽治。")]
    public void Words_that_begin_like_a_surname_are_no_names(string text) => Given.Kinds(text).ShouldBeEmpty();

    // So that the officer need not look up what the platform calls it: 监测户4户13人, and of them, and so the rest.
    [Fact]
    public void A_finding_proposes_the_figures_that_its_words_state()
    {
        var found = DocumentChecks.Of("监测户4户13人,已消除风险1户4人。", 5);

        found.Single(finding => finding.Start == 0 && finding.Kind == SmallCount).Figures.ShouldBe([new("households.monitored", 4), new("people.monitored", 13)]);
        found.Single(finding => finding.Kind == SmallRemainder).Figures.ShouldBe(
        [
            new("households.monitored", 4), new("people.monitored", 13), new("households.cleared", 1), new("people.cleared", 4),
            new("households.uncleared", 3), new("people.uncleared", 9),
        ]);
        DocumentChecks.Of("监测户2户(突发严重困难户)5人。", 5)[0].Figures.Select(figure => figure.Indicator)
            .ShouldBe(["households.sudden-hardship", "people.sudden-hardship", "households.monitored", "people.monitored"]);
        DocumentChecks.Of("残疾人3人。", 5).ShouldHaveSingleItem().Figures.ShouldBeEmpty();
    }

    // The village page of 梭滩: four households, one of them cleared, and so three that are not.
    [Fact]
    public void Small_counts_in_prose_are_marked_with_what_they_give_away()
    {
        const string text = "示例村监测户4户(突发严重困难户)13人,已消除风险1户,4人。";
        var found = DocumentChecks.Of(text, 5);

        found.Select(finding => finding.Kind).ShouldBe([SmallCount, SmallRemainder, SmallCount], ignoreOrder: true);
        found.Single(finding => finding.Kind == SmallRemainder).ShouldSatisfyAllConditions(
            rest => rest.Words.ShouldContain("3户9人"),
            rest => rest.Severity.ShouldBe(FindingSeverity.Error),
            rest => text.Substring(rest.Start, rest.Length).ShouldEndWith("监测户4户(突发严重困难户)13人,已消除风险1户,4人"));
    }

    // Neither number is small; their difference is.
    [Fact]
    public void A_difference_may_be_small_where_no_number_is() =>
        Given.Marked("监测对象48户150人,其中脱贫不稳定户45户141人。", SmallRemainder).ShouldBe("监测对象48户150人,其中脱贫不稳定户45户141人");

    [Theory]
    [InlineData("监测户5户13人。")]
    [InlineData("每村监测户不少于2户。")]
    [InlineData("有劳动力监测户家庭至少1人就业。")]
    [InlineData("该村建有食用菌基地2个,大户3户。")]
    [InlineData("带动全村288户386人(其中脱贫户62户84人)实现增收。")]
    public void Counts_that_point_at_nobody_are_not_marked(string text) => Given.Kinds(text).ShouldBeEmpty();

    [Fact]
    public void A_table_is_read_by_its_headings()
    {
        const string table = "村名|户数|监测户数\n甲村|740|4\n乙村|902|12\n合计|1642|16";

        Given.Kinds(table).ShouldBe([SmallTableCell]);
        Given.Marked(table, SmallTableCell).ShouldBe("4");
    }

    // What was starred out can be computed from the total: hiding one cell hides nothing.
    [Fact]
    public void A_single_hidden_cell_that_its_total_gives_back_is_marked() =>
        Given.Marked("村名\t监测户数\n甲村\t*\n乙村\t12\n合计\t16", RecoverableTableCell).ShouldBe("*");

    [Fact]
    public void Two_hidden_cells_protect_each_other() => Given.Kinds("村名\t监测户数\n甲村\t*\n乙村\t*\n丙村\t12\n合计\t20").ShouldBeEmpty();

    [Fact]
    public void A_table_that_does_not_add_up_is_marked_at_its_total() =>
        Given.Marked("村名|户数\n甲村|740\n乙村|902\n合计|1640", SumDiffers).ShouldBe("1640");

    // 恩阳 states 60.54 %; its own two sums make 60.39 %.
    [Fact]
    public void A_stated_share_is_computed_again()
    {
        const string text = "争取到位资金22355万元,制定流程图。截至目前,资金支出13500万元,支出进度60.54%。";

        DocumentChecks.Of(text, 5).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Kind.ShouldBe(ShareDiffers), finding => finding.Words.ShouldContain("60.39"));
        Given.Kinds(text.Replace("60.54", "60.39", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // 太平场: 2,940,000 yuan over 386 people are 7,616.58 each, as stated.
    [Theory]
    [InlineData("7616.58", 0)]
    [InlineData("7617", 0)]
    [InlineData("7616.85", 1)]
    public void A_stated_average_is_computed_again_to_the_decimals_stated(string average, int findings) =>
        Given.Kinds($"带动全村288户386人(其中脱贫户62户84人)实现增收294万元,人均增加收入{average}元。").Count.ShouldBe(findings);

    [Theory]
    [InlineData("甲村30户、乙村40户,共70户。", 0)]
    [InlineData("甲村30户、乙村40户,共计71户。", 1)]
    [InlineData("全村共有居民740户2129人。", 0)]
    public void A_stated_sum_is_computed_again(string text, int findings) => Given.Kinds(text).Count(kind => kind == SumDiffers).ShouldBe(findings);

    [Fact]
    public void A_part_above_its_whole_is_marked() => Given.Kinds("带动50户,其中脱贫户62户。").ShouldBe([PartAboveWhole]);

    [Fact]
    public void A_text_with_findings_without_end_says_so_and_stops()
    {
        var found = DocumentChecks.Of(string.Concat(Enumerable.Repeat("电话13800000000。\n", 600)), 5);

        found.Length.ShouldBe(DocumentChecks.FindingsMax + 1);
        found[^1].Kind.ShouldBe(TooMany);
    }

    // What the five real documents hold: two were published with counts that name families, and one with a share that is wrong.
    [Theory]
    [InlineData("bazhong-site-review-2023.txt", new[] { SmallCount, SmallCount, SmallRemainder, SmallCount, SmallCount, ShareDiffers })]
    [InlineData("fuhuan-transition-plan-2022.txt", new DocumentFindingKind[0])]
    [InlineData("jiange-7-7-3-2022.txt", new[] { PersonalName, FixedPhone, FixedPhone })]
    [InlineData("shiquan-income-plan-2023.txt", new DocumentFindingKind[0])]
    [InlineData("wangcang-work-plan-2022.txt", new DocumentFindingKind[0])]
    public void A_real_document_is_checked(string file, DocumentFindingKind[] kinds)
    {
        var path = Repository.Shared($"documents/{file}");
        Assert.SkipUnless(File.Exists(path), "The shared documents are not beside the repository.");

        Given.Kinds(File.ReadAllText(path)).ShouldBe(kinds);
    }
}
