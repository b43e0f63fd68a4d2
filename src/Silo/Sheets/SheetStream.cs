using Revitalization.Hosting.Sheets;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Sheets;

/// <summary>A sheet as a response (导出): rows leave as they are read, so that a long list takes no more memory than a page.</summary>
internal static class SheetStream
{
    public static async Task Write(
        Stream body, SheetFormat format, IReadOnlyList<string> headings, IAsyncEnumerable<IEnumerable<string[]>> pages, CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        await using var gate = new OutgoingStream(written);
        using (var sheet = SheetWriter.Open(gate, format))
        {
            sheet.Write(headings);
            await foreach (var page in pages.WithCancellation(cancellation))
            {
                foreach (var row in page) sheet.Write(row);
                await Send(written, body, cancellation);
            }
        }
        await Send(written, body, cancellation);
    }

    // Writers of sheets and archives know no asynchronous write, which a response must have: what they wrote is sent between pages.
    private static async Task Send(MemoryStream written, Stream body, CancellationToken cancellation)
    {
        await body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), cancellation);
        written.SetLength(0);
    }
}
