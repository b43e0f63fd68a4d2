using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Tests.Privacy;

/// <summary>Numbers here are of nobody: their region and sequence parts are made up.</summary>
public sealed class NationalIdTests
{
    [Fact]
    public void A_number_tells_birth_date_and_sex()
    {
        var number = Checked("51082319900101123");

        NationalId.TryParse(number, Given.Today, out var id).ShouldBeNull();
        id!.BirthDate.ShouldBe(new(1990, 1, 1));
        id.Sex.ShouldBe(Sex.Male);
        NationalId.TryParse(Checked("51082319900101122"), Given.Today, out var other).ShouldBeNull();
        other!.Sex.ShouldBe(Sex.Female);
    }

    // The standard's own example.
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("440524188001010014")]
    public void The_examples_of_the_standard_are_valid(string number) => NationalId.TryParse(number, Given.Today, out _).ShouldBeNull();

    [Theory]
    [InlineData(" 11010519491231002x ")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("11010519491231002ｘ")]
    public void Width_case_and_spaces_are_forgiven(string number)
    {
        NationalId.TryParse(number, Given.Today, out var id).ShouldBeNull();
        id!.Text.ShouldBe("11010519491231002X");
    }

    [Theory]
    [InlineData(null, NationalIdRefusal.Missing)]
    [InlineData("  ", NationalIdRefusal.Missing)]
    [InlineData("110105491231002", NationalIdRefusal.OldFifteenDigits)]
    [InlineData("11010519491231002", NationalIdRefusal.Malformed)]
    [InlineData("1101051949123100X2", NationalIdRefusal.Malformed)]
    [InlineData("11010519491231002Y", NationalIdRefusal.Malformed)]
    [InlineData("991105194912310020", NationalIdRefusal.RegionImplausible)]
    [InlineData("110000194912310020", NationalIdRefusal.RegionImplausible)]
    [InlineData("110105194902300020", NationalIdRefusal.BirthDateInvalid)]
    [InlineData("110105184912310020", NationalIdRefusal.BirthDateInvalid)]
    [InlineData("110105202310010020", NationalIdRefusal.BirthDateInFuture)]
    [InlineData("110105194912310021", NationalIdRefusal.CheckDigitWrong)]
    public void What_is_wrong_with_a_number_is_said(string? number, NationalIdRefusal refusal)
    {
        NationalId.TryParse(number, Given.Today, out var id).ShouldBe(refusal);
        id.ShouldBeNull();
    }

    [Fact]
    public void Who_was_born_today_has_a_number() =>
        NationalId.TryParse(Checked("51082320230930123"), Given.Today, out _).ShouldBeNull();

    [Fact]
    public void Every_single_wrong_digit_is_noticed()
    {
        var number = Checked("51082319900101123");
        for (var at = 0; at < 17; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (number[at] == digit) continue;
                var wrong = $"{number[..at]}{digit}{number[(at + 1)..]}";
                NationalId.TryParse(wrong, Given.Today, out _).ShouldNotBeNull();
            }
        }
    }

    [Fact]
    public void A_number_is_shown_and_printed_masked()
    {
        NationalId.TryParse("11010519491231002X", Given.Today, out var id).ShouldBeNull();

        id!.Masked.ShouldBe("110105********002X");
        $"{id}".ShouldBe("110105********002X");
        NationalId.Mask("12345").ShouldBe("*****");
        Given.Sealed("x").ToString().ShouldNotContain("x");
    }

    private static string Checked(string digits) => digits + NationalId.CheckDigit(digits);
}
