using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.SystemTests.Imports;

/// <summary>A number is never repaired silently; a date, a period and a dictionary value are read as offices write them.</summary>
public sealed class CellValueTests
{
    private static CellValue Read(string field, string text, string numbers = NumberForms.Plain, string unit = "元")
    {
        var layout = SheetLayouts.All.First(each => each.Has(field));
        return CellValue.Read(new PlannedColumn(0, "列", layout.Field(field), numbers, unit), new SheetCell(text), new CleaningTally());
    }

    [Theory]
    [InlineData("1234.5", NumberForms.Plain, "元", "123450")]
    [InlineData("0.01", NumberForms.Plain, "元", "1")]
    [InlineData("-3", NumberForms.Plain, "元", "-300")]
    [InlineData("1.234567", NumberForms.Plain, "万元", "1234567")]
    [InlineData("12,345.60", NumberForms.Grouped, "元", "1234560")]
    [InlineData("１２．５", NumberForms.FullWidth, "元", "1250")]
    public void An_amount_is_read_as_declared(string text, string numbers, string unit, string fen) => Read("wage", text, numbers, unit).Value.ShouldBe(fen);

    [Theory]
    [InlineData("１２", ImportRowRefusal.NumberFullWidth)]
    [InlineData("12,345", ImportRowRefusal.NumberGrouped)]
    [InlineData("1.5E+05", ImportRowRefusal.NumberImprecise)]
    [InlineData("1.234", ImportRowRefusal.NumberOutOfRange)]
    [InlineData("99999999999999999999", ImportRowRefusal.NumberOutOfRange)]
    [InlineData("12元", ImportRowRefusal.NotANumber)]
    [InlineData("1 2", ImportRowRefusal.NotANumber)]
    [InlineData("", ImportRowRefusal.ValueMissing)]
    public void An_amount_that_is_not_sure_is_refused(string text, ImportRowRefusal refusal) => Read("wage", text).Refusal.ShouldBe(refusal);

    [Theory]
    [InlineData("2023-09-30")]
    [InlineData("2023/9/30")]
    [InlineData("2023年9月30日")]
    [InlineData(" 20230930 ")]
    public void A_day_is_read_as_offices_write_it(string text) => Read("effectiveOn", text).Value.ShouldBe("2023-09-30");

    [Theory]
    [InlineData("2023-Q3", "2023-Q3")]
    [InlineData("2023年第三季度", "2023-Q3")]
    [InlineData("2023年3季度", "2023-Q3")]
    [InlineData("2023年9月", "2023-09")]
    [InlineData("2023年", "2023")]
    public void A_period_is_read_as_offices_write_it(string text, string period) => Read("period", text).Value.ShouldBe(period);

    [Theory]
    [InlineData("effectiveOn", "2023-02-30", ImportRowRefusal.NotADate)]
    [InlineData("period", "第三季度", ImportRowRefusal.NotAPeriod)]
    [InlineData("kind", "贫困户?", ImportRowRefusal.NotInList)]
    [InlineData("name", "示例?", ImportRowRefusal.CharactersLost)]
    [InlineData("nationalId", "5.1E+17", ImportRowRefusal.NumberImprecise)]
    [InlineData("nationalId", "５１０８２３", ImportRowRefusal.NumberFullWidth)]
    public void What_cannot_be_read_says_why(string field, string text, ImportRowRefusal refusal) => Read(field, text).Refusal.ShouldBe(refusal);

    [Fact]
    public void A_text_beyond_its_field_is_refused() => Read("name", new string('甲', 65)).Refusal.ShouldBe(ImportRowRefusal.TextTooLong);

    [Theory]
    [InlineData("脫貧戶", "lifted")]
    [InlineData(" 农村低收入户 ", "low-income")]
    public void A_dictionary_value_is_found_after_cleaning(string text, string value) => Read("kind", text).Value.ShouldBe(value);
}
