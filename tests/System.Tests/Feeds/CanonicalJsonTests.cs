using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Revitalization.Contracts.Releases;

namespace Revitalization.SystemTests.Feeds;

/// <summary>RFC 8785's own vectors: another implementation must hash our rows to the same root.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    // Appendix B of RFC 8785, by the bits of the number.
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_written_as_the_RFC_writes_them(string bits, string text)
    {
        var number = BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

        CanonicalJson.Text(JsonValue.Create(number)).ShouldBe(text);
    }

    [Fact]
    public void The_example_of_the_RFC_has_its_one_form()
    {
        const string Input = """
            {"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}
            """;

        CanonicalJson.Text(JsonNode.Parse(Input)).ShouldBe(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    [Fact]
    public void Members_are_sorted_by_UTF_16_code_units()
    {
        const string Input = """{"\u20ac":"Euro","\r":"CR","\ufb33":"Dalet","1":"One","\ud83d\ude00":"Emoji","\u0080":"Control","\u00f6":"o"}""";

        ((JsonObject)JsonNode.Parse(CanonicalJson.Text(JsonNode.Parse(Input)))!).Select(member => member.Value!.GetValue<string>())
            .ShouldBe(["CR", "One", "Control", "o", "Euro", "Emoji", "Dalet"]);
    }

    [Fact]
    public void Half_a_character_has_no_canonical_form() =>
        Should.Throw<ArgumentException>(() => CanonicalJson.Write(JsonValue.Create("\ud83d")));

    // Fen and decimals as JSON numbers would be rounded by half of all readers.
    [Fact]
    public void A_row_is_one_line_with_decimals_as_text_and_reads_back_the_same()
    {
        var row = new ObservationRow("510823", "2023-Q3", "income.net", "county", "Quarter", 7616.5800m, "published", null, 3);
        var line = RowLine.Of(row);

        Encoding.UTF8.GetString(line.Bytes).ShouldBe(
            """{"IndicatorCode":"income.net","Note":null,"Period":"2023-Q3","PeriodKind":"Quarter","RegionCode":"510823","RegionLevel":"county","Release":3,"Set":"Observations","Status":"published","Value":"7616.58"}""");
        line.Id.ShouldBe("Observations/510823/2023-Q3/income.net");
        RowReader.Read(line.Bytes).ShouldBe(row);
    }
}
