using System.Globalization;
using System.Text.Json;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Claims;

/// <summary>The figures of the counties' documents, computed anew; one line of <c>figures.json</c> each.</summary>
public sealed class ClaimFigureTests
{
    private static readonly DateOnly Day = new(2023, 8, 1);

    public static TheoryData<string> Cases => new(All().Select(each => each.GetProperty("case").GetString()!));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_stated_figure_is_judged_as_an_official_would(string name)
    {
        var each = All().Single(line => line.GetProperty("case").GetString() == name);
        var figure = Figure(each);
        ClaimRules.Broken(new(Day, figure), ShippedPacks.Default, Day).ShouldBeNull();

        var finding = ClaimCheck.Of(figure, ShippedPacks.Default, Day);

        finding.Verdict.ToString().ShouldBe(each.GetProperty("verdict").GetString(), finding.Reason);
        finding.Computed.ShouldBe(each.TryGetProperty("computed", out var computed) ? computed.GetString() : null);
        foreach (var words in each.GetProperty("says").EnumerateArray()) finding.Reason.ShouldContain(words.GetString()!);
    }

    // Every kind of sum has a figure of a real document.
    [Fact]
    public void Every_kind_has_a_case() =>
        All().Select(each => each.GetProperty("kind").GetString()).Distinct().ShouldBe(Enum.GetNames<ClaimKind>(), ignoreOrder: true);

    private static StatedFigure Figure(JsonElement each) => new(
        each.GetProperty("case").GetString()!, Term<ClaimKind>(each, "kind"), each.GetProperty("stated").GetString()!, Term<ClaimUnit>(each, "unit"),
        each.GetProperty("decimals").GetInt32(),
        [.. each.GetProperty("inputs").EnumerateArray().Select(input => new ClaimFigure(input[0].GetString()!, input[1].GetString()!, Enum.Parse<ClaimUnit>(input[2].GetString()!)))],
        "县域材料", each.TryGetProperty("rule", out var rule) ? rule.GetString() : null);

    private static T Term<T>(JsonElement each, string name) where T : struct, Enum => Enum.Parse<T>(each.GetProperty(name).GetString()!);

    private static List<JsonElement> All()
    {
        var path = Path.Combine(Repository.Root, "tests", "Domain.Tests", "Claims", "figures.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.Clone().GetProperty("cases").EnumerateArray()];
    }

    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("-0.5", 0, "-1")]
    [InlineData("0.5", 0, "1")]
    [InlineData("0.49", 0, "0")]
    [InlineData("2.675", 2, "2.68")] // Where binary floating point says 2.67.
    [InlineData("-2.675", 2, "-2.68")]
    [InlineData("999999999999999.999999", 2, "1,000,000,000,000,000.00")]
    [InlineData("0.05", 1, "0.1")]
    public void Rounding_is_half_up_and_exact(string text, int decimals, string written) =>
        ExactNumber.Read(text, out _)!.Value.Written(decimals).ShouldBe(written);

    [Theory]
    [InlineData("")]
    [InlineData("1,000")]
    [InlineData("１")]
    [InlineData("1e3")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("--1")]
    [InlineData("1.0000001")]
    [InlineData("1000000000000000")]
    public void A_number_is_read_as_it_is_printed_or_not_at_all(string text) => ExactNumber.Read(text, out _).ShouldBeNull();

    // The sum of thirds is a whole: nothing is lost on the way.
    [Fact]
    public void A_quotient_keeps_what_no_decimal_can()
    {
        ExactNumber third = (ExactNumber)1 / 3;

        (third + third + third).ShouldBe((ExactNumber)1);
        third.Written(6).ShouldBe("0.333333");
        ((ExactNumber)1).Written().ShouldBe("1", CultureInfo.InvariantCulture.Name);
    }
}
