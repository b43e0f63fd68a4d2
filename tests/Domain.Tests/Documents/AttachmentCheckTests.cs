using Revitalization.Domain.Documents;

namespace Revitalization.Domain.Tests.Documents;

/// <summary>A roster in an attachment leaks more than any sentence does: what stands in files is looked at as well.</summary>
public sealed class AttachmentCheckTests
{
    private static readonly string s_file = new('a', 64);

    [Fact]
    public void A_number_in_an_attachment_is_found_with_the_words_around_it()
    {
        var found = AttachmentChecks.Of(s_file, "| 序号 | 联系方式 |\n| 1 | 13800000000 |\n", 5).ShouldHaveSingleItem();

        (found.Kind, found.Severity, found.Attachment).ShouldBe((DocumentFindingKind.MobilePhone, FindingSeverity.Error, s_file));
        found.Excerpt!.ShouldContain("联系方式");
        found.Id.ShouldBe($"MobilePhone@{s_file[..12]}:{found.Start}-{found.Length}"); // Says nothing of what stands there.
    }

    // Nobody calls a name 村民 in a table: its column does.
    [Theory]
    [InlineData("补助金额", DocumentFindingKind.NameWithSensitiveFact)]
    [InlineData("所在村", DocumentFindingKind.PersonalName)]
    public void A_column_of_names_is_found_and_beside_a_sensitive_one_it_is_an_error(string heading, DocumentFindingKind kind)
    {
        var found = AttachmentChecks.Of(s_file, $"| 姓名 | {heading} | 序号 |\n| 王示例 | 甲 | 1 |\n| 李示 | 乙 | 2 |\n| 赵某某 | 丙 | 3 |\n", 1).ShouldHaveSingleItem();

        found.Kind.ShouldBe(kind);
        found.Words.ShouldContain("3处");
        found.Excerpt!.ShouldContain("王示例");
    }

    [Fact]
    public void One_name_under_its_heading_is_a_roster_too() =>
        AttachmentChecks.Of(s_file, "| 户主 | 村 |\n| 王示例 | 甲村 |\n", 5).ShouldHaveSingleItem().Kind.ShouldBe(DocumentFindingKind.PersonalName);

    [Fact]
    public void A_column_of_bodies_is_no_roster() =>
        AttachmentChecks.Of(s_file, "| 申请人 | 金额 | 序号 |\n| 示例村合作社 | 10 | 1 |\n| 示例镇人民政府 | 20 | 2 |\n", 1).ShouldBeEmpty();

    [Fact]
    public void Small_cells_of_an_attachments_table_are_found() =>
        AttachmentChecks.Of(s_file, "| 村 | 监测户 |\n| 甲村 | 3 |\n| 乙村 | 12 |\n", 5).ShouldHaveSingleItem().Kind.ShouldBe(DocumentFindingKind.SmallTableCell);

    [Fact]
    public void What_was_not_read_must_be_decided() =>
        AttachmentChecks.Unread(s_file, "图片").Severity.ShouldBe(FindingSeverity.Error);

    // A roster of a whole county must not bury the officer, nor pass because of its length.
    [Fact]
    public void Too_many_findings_are_one_more()
    {
        var found = AttachmentChecks.Of(s_file, string.Concat(Enumerable.Range(0, 300).Select(at => $"| {at} | 1380000{at:0000} |\n")), 5);

        found.Length.ShouldBe(101);
        found[^1].Kind.ShouldBe(DocumentFindingKind.TooMany);
    }

    [Fact]
    public void Any_text_is_checked()
    {
        const string letters = "|\n姓名户主王李0123456789 -监测户人";
        var dice = new Random(7);
        for (var draw = 0; draw < 300; draw++)
        {
            var text = new string([.. Enumerable.Range(0, dice.Next(0, 200)).Select(_ => letters[dice.Next(letters.Length)])]);
            foreach (var finding in AttachmentChecks.Of(s_file, text, 5)) (finding.Start + finding.Length).ShouldBeLessThanOrEqualTo(text.Length);
        }
    }
}
