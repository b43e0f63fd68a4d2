using System.Text.RegularExpressions;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Tests.Text;

/// <summary>The documents that converters damaged come out readable.</summary>
public sealed partial class DocumentTextTests
{
    [Theory]
    [InlineData("wangcang-work-plan-2022.txt", "建立“红、黄、蓝”三级预警帮扶机制,规范退出程序")]
    [InlineData("fuhuan-transition-plan-2022.txt", "对脱贫不稳定户、边缘易致贫户")]
    public void A_converted_document_reads_in_simplified_characters_without_residue(string file, string phrase)
    {
        var path = Repository.Shared($"documents/{file}");
        Assert.SkipUnless(File.Exists(path), "The shared documents are not beside the repository.");

        var lines = File.ReadAllLines(path).Select(line => TextCleaner.Name(line).Value).ToList();

        string.Concat(lines).ShouldContain(phrase);
        lines.Where(line => Residue().IsMatch(line)).ShouldBeEmpty();
        lines.Where(line => line.Any(IsTraditional)).ShouldBeEmpty();
    }

    private static bool IsTraditional(char letter) => TraditionalForms.TrySimplify(letter, out _);

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)", RegexOptions.None, 5000)]
    private static partial Regex Residue();
}
