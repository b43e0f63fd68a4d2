using System.Reflection;
using System.Text.RegularExpressions;
using Revitalization.Contracts.Refusals;
using Revitalization.Tidy.Tests.Repository;

namespace Revitalization.Tidy.Tests.Refusals;

/// <summary>A refusal is a promise to the outside: it has a status, words, a glossary row and a test.</summary>
public sealed class RefusalTests
{
    private static readonly Assembly[] Product = [.. Directory
        .EnumerateFiles(AppContext.BaseDirectory, "Revitalization.*.dll")
        .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
        .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))];

    private static readonly Type[] Enums = [.. Product
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsEnum && type.Name.EndsWith("Refusal", StringComparison.Ordinal))
        .Distinct()];

    public static TheoryData<string> All => new(Enums.SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}")).Distinct());

    private static readonly string Tests = string.Join('\n', Tree.Files("*.cs", "tests")
        .Where(path => !path.StartsWith("tests/Tidy.Tests/", StringComparison.Ordinal)).Select(Tree.Read));

    private static readonly string Glossary = Tree.Read("GLOSSARY.md");
    private static readonly RefusalCatalog Catalog = new(Product);

    [Fact]
    public void There_are_refusals_to_check() => Catalog.All.Count.ShouldBeGreaterThan(40);

    [Theory]
    [MemberData(nameof(All))]
    public void A_refusal_maps_to_an_error_status_and_speaks_Chinese(string refusal)
    {
        var entry = Catalog[CodeOf(refusal)];
        entry.Status.ShouldBeInRange(400, 504);
        entry.Title.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
        entry.Remedy.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_refusal_has_a_test(string refusal) =>
        (Tests.Contains(refusal, StringComparison.Ordinal) || Tests.Contains($"\"{CodeOf(refusal)}\"", StringComparison.Ordinal)).ShouldBeTrue($"No test names {refusal}.");

    [Theory]
    [MemberData(nameof(All))]
    public void A_refusal_has_a_row_in_the_glossary(string refusal) =>
        Regex.IsMatch(Glossary, $@"^\|[^|]*`{Regex.Escape(CodeOf(refusal))}`[^|]*\|", RegexOptions.Multiline, TimeSpan.FromSeconds(5))
            .ShouldBeTrue($"GLOSSARY.md has no row for `{CodeOf(refusal)}`.");

    // A number is public: two rules under one would make old records ambiguous.
    [Fact]
    public void No_refusal_number_means_two_rules()
    {
        foreach (var type in Enums)
            Enum.GetNames(type).Length.ShouldBe(Enum.GetValues(type).Cast<Enum>().Distinct().Count(), type.Name);
    }

    private static string CodeOf(string refusal)
    {
        var dot = refusal.IndexOf('.', StringComparison.Ordinal);
        var type = Enums.First(each => each.Name == refusal[..dot] && Enum.IsDefined(each, refusal[(dot + 1)..]));
        return RefusalCatalog.CodeOf((Enum)Enum.Parse(type, refusal[(dot + 1)..]));
    }
}
