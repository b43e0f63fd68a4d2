using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Revitalization.SystemTests.Monitoring;

/// <summary>A downloaded workbook as its rows of texts, after Excel's own validator let it through.</summary>
internal static class Workbooks
{
    public static async Task<IReadOnlyList<List<string>>> Workbook(this HttpClient client, string address)
    {
        using var reply = await client.GetAsync(new Uri(address, UriKind.Relative));
        reply.EnsureSuccessStatusCode();
        using var book = SpreadsheetDocument.Open(new MemoryStream(await reply.Content.ReadAsByteArrayAsync()), isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book).ShouldBeEmpty();
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Descendants<Text>().Select(text => text.Text).ToList())];
    }
}
