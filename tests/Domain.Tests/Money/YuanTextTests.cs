using FsCheck.Fluent;
using Revitalization.Domain.Money;

namespace Revitalization.Domain.Tests.Money;

public sealed class YuanTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1234.5", 1234_50)]
    [InlineData("1,234.50", 1234_50)]
    [InlineData("12,345,678.09", 12345678_09)]
    [InlineData(" 7616.58 ", 7616_58)]
    [InlineData("0.01", 1)]
    [InlineData("0.29", 29)]
    [InlineData("92233720368547758.07", long.MaxValue)]
    public void An_amount_is_read_exactly(string text, long fen)
    {
        YuanText.TryParse(text, out var read).ShouldBeNull();
        read.ShouldBe(fen);
    }

    [Theory]
    [InlineData("", MoneyRefusal.Missing)]
    [InlineData(" ", MoneyRefusal.Missing)]
    [InlineData(null, MoneyRefusal.Missing)]
    [InlineData("abc", MoneyRefusal.Malformed)]
    [InlineData("1e3", MoneyRefusal.Malformed)]
    [InlineData("1.2.3", MoneyRefusal.Malformed)]
    [InlineData("1.", MoneyRefusal.Malformed)]
    [InlineData(".5", MoneyRefusal.Malformed)]
    [InlineData("12,34.50", MoneyRefusal.Malformed)]
    [InlineData("1234,567", MoneyRefusal.Malformed)]
    [InlineData(",123", MoneyRefusal.Malformed)]
    [InlineData("1,", MoneyRefusal.Malformed)]
    [InlineData("--1", MoneyRefusal.Malformed)]
    [InlineData("-", MoneyRefusal.Malformed)]
    [InlineData("100元", MoneyRefusal.Malformed)]
    [InlineData("１００", MoneyRefusal.Malformed)]
    [InlineData("1.234", MoneyRefusal.TooPrecise)]
    [InlineData("1.230", MoneyRefusal.TooPrecise)]
    [InlineData("-0.01", MoneyRefusal.Negative)]
    [InlineData("92233720368547758.08", MoneyRefusal.TooLarge)]
    [InlineData("99999999999999999999999999", MoneyRefusal.TooLarge)]
    public void What_is_no_amount_is_refused_and_never_repaired(string? text, MoneyRefusal refusal)
    {
        YuanText.TryParse(text, out var fen).ShouldBe(refusal);
        fen.ShouldBe(0);
    }

    [Fact]
    public void A_loss_is_read_where_it_is_allowed()
    {
        YuanText.TryParse("-1,234.50", out var fen, negativeAllowed: true).ShouldBeNull();
        fen.ShouldBe(-1234_50);
    }

    [Fact]
    public void What_is_written_reads_back() =>
        Properties.Holds(ArbMap.Default.GeneratorFor<long>().ToArbitrary(), fen =>
        {
            YuanText.TryParse(YuanText.Yuan(fen), out var read, negativeAllowed: true).ShouldBeNull();
            read.ShouldBe(fen);
        });

    [Theory]
    [InlineData(27_000_000_000, "2.70亿元")]
    [InlineData(19_396_600, "19.40万元")]
    [InlineData(761_658, "7,616.58元")]
    [InlineData(10_000_00, "1.00万元")]
    [InlineData(9_999_99, "9,999.99元")]
    [InlineData(10_050_00, "1.01万元")]
    [InlineData(-10_050_00, "-1.01万元")]
    [InlineData(99_999_999_99, "10,000.00万元")]
    [InlineData(long.MinValue, "-922,337,203.69亿元")]
    public void An_amount_is_shown_in_the_unit_that_fits_it(long fen, string text) => YuanText.Readable(fen).ShouldBe(text);

    [Theory]
    [InlineData(294_000_000, 386, 761_658)]
    [InlineData(5, 2, 3)]
    [InlineData(-5, 2, -3)]
    [InlineData(4, 3, 1)]
    [InlineData(long.MaxValue, 1, long.MaxValue)]
    [InlineData(0, 7, 0)]
    public void A_quotient_is_rounded_to_the_fen_halves_away_from_zero(long fen, long by, long quotient) =>
        Fen.Divided(fen, by).ShouldBe(quotient);

    [Fact]
    public void Nothing_is_divided_by_nobody_and_no_sum_overflows_unseen()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Fen.Divided(1, 0));
        Should.Throw<OverflowException>(() => Fen.Sum([long.MaxValue, 1]));
        Fen.Sum([1, 2, 3]).ShouldBe(6);
    }
}
