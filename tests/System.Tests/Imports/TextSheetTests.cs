using System.Text;
using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.SystemTests.Imports;

/// <summary>CSV as county offices send it.</summary>
public sealed class TextSheetTests
{
    [Fact]
    public void Text_is_read_in_either_encoding_whatever_separates_its_cells()
    {
        foreach (var separator in new[] { ",", "\t", ";", "|" })
        {
            var text = string.Join(separator, "户编号", "户类型") + "\r\n" + string.Join(separator, "H1", "脱贫户") + "\r\n";
            foreach (var file in new[] { Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], Sheets.Gb18030(text) })
                Sheets.Rows(file)[1].Cells.Select(cell => cell.Text).ShouldBe(["H1", "脱贫户"]);
        }
    }

    [Fact]
    public void A_quoted_line_break_belongs_to_its_cell() =>
        Sheets.Rows("a,b\n\"一\n二\",\"说\"\"是\"\"\"\n")[1].Cells.Select(cell => cell.Text).ShouldBe(["一\n二", "说\"是\""]);

    // One damaged byte in a file of names must not turn it into another encoding's garbage.
    [Fact]
    public void A_damaged_byte_in_UTF8_is_refused_by_row_and_position()
    {
        var file = Encoding.UTF8.GetBytes("户编号,户类型,行政村\nH1,脱贫户,太平场村\nH2,脱贫户,太平场村\n");
        var at = Array.LastIndexOf(file, (byte)'H') + 5;
        file[at] = 0xFF;

        var refused = Sheets.Refused(file, ImportRefusal.EncodingBroken);

        refused.Detail.ShouldContain("UTF-8");
        refused.Detail.ShouldContain("第 3 行");
    }

    [Fact]
    public void Bytes_of_no_encoding_are_refused_by_row_and_position() =>
        Sheets.Refused([.. Sheets.Gb18030("户编号\n"), 0x81, 0x20, 0x0a], ImportRefusal.EncodingBroken).Detail.ShouldContain("第 2 行");

    [Fact]
    public void A_file_cut_within_a_character_is_refused() =>
        Sheets.Refused(Encoding.UTF8.GetBytes("户编号,户类型,行政村")[..^1], ImportRefusal.EncodingBroken);

    [Fact]
    public void Two_hundred_columns_are_refused_by_name() =>
        Sheets.Refused(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 200)) + "\n"), ImportRefusal.TooManyColumns).Detail.ShouldContain("200");

    // A quote that is never closed would otherwise swallow the rest of the file as one cell.
    [Fact]
    public void An_endless_record_is_refused_before_it_fills_the_memory() =>
        Sheets.Refused(Encoding.UTF8.GetBytes("a,b\n\"" + new string('x', 4_000_000)), ImportRefusal.LineTooLong);

    [Fact]
    public void A_quote_left_open_is_refused() => Sheets.Refused("a,b\n\"x,y\n"u8.ToArray(), ImportRefusal.QuotesBroken);

    [Fact]
    public void More_rows_than_a_spreadsheet_holds_are_refused() =>
        Sheets.Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 200))), ImportRefusal.TooManyRows, SheetLimits.Default with { MaxRows = 100 });

    [Fact]
    public void Files_of_another_kind_are_named()
    {
        Sheets.Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ImportRefusal.FormatUnknown).Detail.ShouldContain("XLS");
        Sheets.Refused([0xFF, 0xFE, (byte)'a', 0], ImportRefusal.FormatUnknown).Detail.ShouldContain("UTF-16");
        Sheets.Refused([1, 0, 2, 3], ImportRefusal.FormatUnknown);
        Sheets.Refused([], ImportRefusal.FileEmpty);
    }
}
