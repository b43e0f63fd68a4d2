using Revitalization.Hosting.Look;

namespace Revitalization.SystemTests.Look;

/// <summary>Numbers on pages are read aloud in meetings; they must be the numbers of the register.</summary>
public sealed class FiguresTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("9999", "9,999")]
    [InlineData("10000", "1 万")]
    [InlineData("12549", "1.25 万")]
    [InlineData("12550", "1.26 万")]
    [InlineData("99999999", "10,000 万")]
    [InlineData("100000000", "1 亿")]
    [InlineData("-12550", "-1.26 万")]
    public void Large_numbers_are_written_in_wan_and_yi_and_rounded_half_away_from_zero(string value, string text) =>
        Figures.Large(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(text);

    [Theory]
    [InlineData(0, "0.00", "0")]
    [InlineData(5, "0.05", "0.05")]
    [InlineData(123456, "1,234.56", "1234.56")]
    [InlineData(-200, "-2.00", "-2")]
    [InlineData(long.MaxValue, "92,233,720,368,547,758.07", "92233720368547758.07")]
    public void Fen_become_yuan_without_losing_one(long fen, string shown, string typed)
    {
        Figures.Yuan(fen).ShouldBe(shown);
        Figures.YuanInput(fen).ShouldBe(typed);
    }

    [Theory]
    [InlineData("2023", "2023年")]
    [InlineData("2023-Q3", "2023年第三季度")]
    [InlineData("2023-09", "2023年9月")]
    [InlineData("2023-12", "2023年12月")]
    public void Periods_are_written_as_people_say_them(string period, string words) => Figures.PeriodInWords(period).ShouldBe(words);

    // At 00:30 in China it is still yesterday in Greenwich.
    [Fact]
    public void A_moment_is_shown_in_Chinas_time() =>
        Figures.Moment(new DateTimeOffset(2023, 9, 30, 16, 30, 0, TimeSpan.Zero)).ShouldBe("2023-10-01 00:30");
}
