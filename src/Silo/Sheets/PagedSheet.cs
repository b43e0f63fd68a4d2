using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Sheets;

/// <param name="Heading">In Chinese, as the county's own sheets call it.</param>
/// <param name="Cell">What of a row stands there; null for an empty cell.</param>
internal sealed record SheetColumn<T>(string Heading, Func<T, string?> Cell);

/// <summary>
/// Any list that is read in pages, saved whole as a workbook (导出 Excel): page by page, each refused, scoped and audited as the one on the
/// screen is, because it is the same read.
/// </summary>
internal static class PagedSheet
{
    /// <summary>Rows asked for at a time.</summary>
    public const int RowsPerRead = 1_000;

    private const int RowsMost = 1_000_000; // A workbook's sheet has room for few more.
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="read">One page after a cursor; null for the first.</param>
    public static PushStreamHttpResult Of<T>(HttpContext http, string name, IReadOnlyList<SheetColumn<T>> columns, Func<string?, Task<Page<T>>> read)
    {
        http.Response.Headers.CacheControl = "no-store";
        var pages = All(read).Select(page => page.Select(row => columns.Select(column => column.Cell(row) ?? "").ToArray()));
        return TypedResults.Stream(
            body => SheetStream.Write(body, SheetFormat.Workbook, [.. columns.Select(column => column.Heading)], pages, http.RequestAborted), WorkbookType, $"{name}.xlsx");
    }

    private static async IAsyncEnumerable<IReadOnlyList<T>> All<T>(Func<string?, Task<Page<T>>> read)
    {
        string? cursor = null;
        var rows = 0;
        do
        {
            var page = await read(cursor);
            yield return page.Items;
            rows += page.Items.Count;
            cursor = page.NextCursor;
        }
        while (cursor is not null && rows < RowsMost);
    }
}
