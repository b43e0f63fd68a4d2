using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Writing;
using Revitalization.Silo.Sheets;

namespace Revitalization.SystemTests.Imports;

/// <summary>XLSX as spreadsheets store it: numbers as typed, ids never as floating point, bombs refused.</summary>
public sealed class WorkbookTests
{
    private const string Styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy&quot;年&quot;m\"/><numFmt numFmtId=\"201\" formatCode=\"0.0&quot;d&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"200\"/><xf numFmtId=\"201\"/></cellXfs>";

    private static SheetCell Cell(string xml, string shared = "") =>
        Sheets.Rows(Sheets.Workbook($"<row r=\"1\">{xml}</row>", shared, Styles))[0].Cells[0];

    [Theory]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c>", "甲")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>0</v></c>", "示例")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>B1</f><v>乙</v></c>", "乙")]
    [InlineData("<c r=\"A1\"><v>12.50</v></c>", "12.50")]
    [InlineData("<c r=\"A1\"><v>1.1000000000000001</v></c>", "1.1")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>45199</v></c>", "2023-09-30")]
    [InlineData("<c r=\"A1\" s=\"2\"><v>45199</v></c>", "2023-09-30")]
    [InlineData("<c r=\"A1\" s=\"3\"><v>45199</v></c>", "45199")]
    [InlineData("<c><v>7</v></c>", "7")]
    public void A_cell_is_read_as_it_was_typed(string xml, string text) =>
        Cell(xml, "<si><r><t>示</t></r><r><t>例</t></r><rPh><t>shili</t></rPh></si>").ShouldBe(new SheetCell(text));

    // Excel keeps fifteen digits: the last three of an id typed as a number are gone, and nobody may guess them.
    [Theory]
    [InlineData("<c r=\"A1\"><v>5.1082319900101E+17</v></c>", ImportRowRefusal.NumberImprecise)]
    [InlineData("<c r=\"A1\"><v>510823199001010000</v></c>", ImportRowRefusal.NumberImprecise)]
    [InlineData("<c r=\"A1\"><v>0.30000000000000004</v></c>", ImportRowRefusal.NumberImprecise)]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", ImportRowRefusal.FormulaError)]
    [InlineData("<c r=\"A1\" s=\"1\"><v>45199.5</v></c>", ImportRowRefusal.NotADate)]
    [InlineData("<c r=\"A1\"><v>abc12345678901234567</v></c>", ImportRowRefusal.NotANumber)]
    public void A_cell_that_cannot_be_trusted_says_why(string xml, ImportRowRefusal fault) => Cell(xml).Fault.ShouldBe(fault);

    [Fact]
    public void Two_hundred_columns_are_refused_by_name() =>
        Sheets.Refused(Sheets.Workbook("<row r=\"1\"><c r=\"GR1\"><v>1</v></c></row>"), ImportRefusal.TooManyColumns).Detail.ShouldContain("200");

    [Fact]
    public void An_archive_that_inflates_beyond_measure_is_refused() =>
        Sheets.Refused(Sheets.Workbook("<row><c><v>1</v></c></row>" + new string(' ', 40_000_000)), ImportRefusal.ArchiveSuspicious);

    [Fact]
    public void An_archive_of_thousands_of_entries_is_refused() =>
        Sheets.Refused(Sheets.Workbook("", more: Enumerable.Range(0, 2001).Select(entry => ($"x/{entry}", ""))), ImportRefusal.ArchiveSuspicious);

    [Fact]
    public void An_archive_whose_entries_are_too_large_together_is_refused() =>
        Sheets.Refused(Sheets.Workbook(new string(' ', 20_000)), ImportRefusal.ArchiveSuspicious, SheetLimits.Default with { MaxInflatedBytes = 10_000 });

    [Fact]
    public void Shared_strings_beyond_the_memory_bound_are_refused() =>
        Sheets.Refused(
            Sheets.Workbook("", string.Concat(Enumerable.Repeat("<si><t>示例</t></si>", 1000))), ImportRefusal.ArchiveSuspicious,
            SheetLimits.Default with { MaxSharedCharacters = 1000 });

    [Theory]
    [InlineData("<row r=\"2\"/><row r=\"1\"/>")]
    [InlineData("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>9</v></c></row>")]
    [InlineData("<row><c>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>")]
    public void A_broken_sheet_is_refused(string rows) => Sheets.Refused(Sheets.Workbook(rows), ImportRefusal.WorkbookBroken);

    [Fact]
    public void An_archive_that_is_cut_off_is_refused() => Sheets.Refused(Sheets.Workbook("<row/>")[..200], ImportRefusal.WorkbookBroken);

    [Fact]
    public void What_is_written_back_is_a_valid_workbook_and_reads_as_written()
    {
        using var file = new MemoryStream();
        using (var writer = SheetWriter.Open(file, SheetFormat.Workbook))
        {
            writer.Write(["户编号", "", "证件号码"]);
            writer.Write(["H1", " 空 ", "510823199001010018"]);
        }

        Sheets.Rows(file.ToArray())[1].Cells.Select(cell => cell.Text).ShouldBe(["H1", " 空 ", "510823199001010018"]);
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).ShouldBeEmpty();
    }
}
