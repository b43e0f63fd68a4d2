using System.Text.Json;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Tests.Calendar;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31")]
    [InlineData("2023-Q1", "2023-01-01", "2023-03-31")]
    [InlineData("2023-Q4", "2023-10-01", "2023-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    public void A_period_is_its_text_and_its_days(string text, string first, string last)
    {
        var period = Period.Parse(text);

        period.ToString().ShouldBe(text);
        period.FirstDay.ShouldBe(Given.Day(first));
        period.LastDay.ShouldBe(Given.Day(last));
        JsonSerializer.Deserialize<Period>(JsonSerializer.Serialize(period)).ShouldBe(period);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1948")]
    [InlineData("2201")]
    [InlineData("2023-Q0")]
    [InlineData("2023-Q5")]
    [InlineData("2023-00")]
    [InlineData("2023-13")]
    [InlineData("2023/09")]
    [InlineData("2023-9")]
    [InlineData("+023")]
    [InlineData("2023-Q11")]
    public void Nothing_else_is_a_period(string? text) => Period.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Quarters_follow_one_another_over_the_year()
    {
        Period.Parse("2023-Q4").Next.ToString().ShouldBe("2024-Q1");
        Period.Parse("2023-01").Previous.ToString().ShouldBe("2022-12");
        Period.Parse("2023").Next.ToString().ShouldBe("2024");
        Period.QuarterOf(new(2023, 9, 30)).ToString().ShouldBe("2023-Q3");
        Period.QuarterOf(new(2023, 10, 1)).ToString().ShouldBe("2023-Q4");
    }

    [Fact]
    public void A_year_stands_before_the_quarter_it_begins_with()
    {
        string[] order = ["2022-Q4", "2023", "2023-Q1", "2023-01", "2023-02", "2023-Q2"];
        order.Reverse().Select(Period.Parse).Order().Select(period => period.ToString()).ShouldBe(order);
        Period.Parse("2023").Contains(Period.Parse("2023-Q4")).ShouldBeTrue();
        Period.Parse("2023-Q4").Contains(Period.Parse("2023")).ShouldBeFalse();
    }
}
