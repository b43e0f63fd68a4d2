using System.Text.Json;
using Revitalization.Workbench.Households;

namespace Revitalization.SystemTests.Look;

/// <summary>A household's history says what each entry is about.</summary>
public sealed class EventWordsTests
{
    [Fact]
    public void An_income_says_its_quarter_and_its_fields_in_words()
    {
        var data = JsonSerializer.Deserialize<JsonElement>("""{"quarter":"2023-Q3","amounts":{"wageFen":1200000,"costsFen":80000},"reason":"漏报务工"}""");

        EventWords.Quarter(data).ShouldBe("2023年第三季度");
        EventWords.Fields(data).ShouldBe([("季度", "2023-Q3"), ("工资性收入", "12,000.00 元"), ("生产经营支出", "800.00 元")]);
        EventWords.Reason(data).ShouldBe("漏报务工");
    }

    [Fact]
    public void What_has_no_quarter_says_none() =>
        EventWords.Quarter(JsonSerializer.Deserialize<JsonElement>("""{"member":"1"}""")).ShouldBeNull();
}
