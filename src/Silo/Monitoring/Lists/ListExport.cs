using Revitalization.Contracts.Monitoring;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>A list of monitoring files as a sheet, in either form.</summary>
internal static class ListExport
{
    public static Task Write(Stream body, SheetFormat format, IAsyncEnumerable<IReadOnlyList<MonitoringRow>> pages, CancellationToken cancellation) =>
        SheetStream.Write(body, format, [.. ListSheets.Files.Select(column => column.Heading)], pages.Select(page => page.Select(Cells)), cancellation);

    private static string[] Cells(MonitoringRow row) => [.. ListSheets.Files.Select(column => column.Cell(row) ?? "")];
}
