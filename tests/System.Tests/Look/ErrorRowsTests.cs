using Revitalization.Workbench.Imports;

namespace Revitalization.SystemTests.Look;

/// <summary>The page shows the beginning of an error file; quoting must not shift a reason into another column.</summary>
public sealed class ErrorRowsTests
{
    [Fact]
    public void Quoted_cells_keep_their_commas_quotes_and_line_breaks()
    {
        var read = ErrorRows.Parse("\uFEFF行号,列,原因\r\n4,户类型,\"取值\"\"外星户\"\"不在字典内,请改\n再传\"\r\n", more: false);
        read.Headings.ShouldBe(["行号", "列", "原因"]);
        read.Rows.Single().ShouldBe(["4", "户类型", "取值\"外星户\"不在字典内,请改\n再传"]);
        read.More.ShouldBeFalse();
    }

    [Fact]
    public void A_row_that_the_cut_went_through_is_left_out()
    {
        var read = ErrorRows.Parse("行号,列\n4,户类型\n5,证件", more: true);
        read.Rows.Single().ShouldBe(["4", "户类型"]);
        read.More.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_file_has_no_rows() => ErrorRows.Parse("", more: false).Rows.ShouldBeEmpty();
}
