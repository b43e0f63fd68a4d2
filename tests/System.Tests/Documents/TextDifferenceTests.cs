using Revitalization.Portal.Documents;

namespace Revitalization.SystemTests.Documents;

/// <summary>Two versions are told apart so that each can be read back whole, and with no more said to have changed than did.</summary>
public sealed class TextDifferenceTests
{
    [Fact]
    public void Every_letter_of_both_versions_is_told_once()
    {
        var letters = new[] { '甲', '乙', '丙' };
        var drawn = new Random(20231122);
        for (var round = 0; round < 2_000; round++)
        {
            var (before, after) = (Draw(drawn, letters), Draw(drawn, letters));
            var parts = TextDifference.OfLetters(before, after);
            string.Concat(parts.Where(part => part.Kind != DifferenceKind.Added).Select(part => part.Text)).ShouldBe(before);
            string.Concat(parts.Where(part => part.Kind != DifferenceKind.Removed).Select(part => part.Text)).ShouldBe(after);
        }
    }

    [Fact]
    public void A_changed_paragraph_is_told_by_its_letters_and_another_as_removed_and_added()
    {
        var told = TextDifference.Of("第一条。\n培训二十期。\n删去的一段话。", "第一条。\n培训三十期。\n全然另外写成");
        told.Select(one => (one.Kind, one.IsChanged)).ShouldBe([(DifferenceKind.Same, false), (DifferenceKind.Same, true), (DifferenceKind.Removed, false), (DifferenceKind.Added, false)]);
        told[1].Parts.Single(part => part.Kind == DifferenceKind.Added).Text.ShouldBe("三");
    }

    [Fact]
    public void Texts_without_a_common_paragraph_are_told_whole()
    {
        var (before, after) = (string.Join('\n', Enumerable.Range(0, 3_000).Select(at => $"旧{at}")), string.Join('\n', Enumerable.Range(0, 3_000).Select(at => $"新{at * 7}")));
        TextDifference.Of(before, after).Count(one => one.Kind == DifferenceKind.Removed || one.IsChanged).ShouldBe(3_000);
    }

    private static string Draw(Random drawn, char[] letters) => new([.. Enumerable.Range(0, drawn.Next(12)).Select(_ => letters[drawn.Next(letters.Length)])]);
}
