using Revitalization.Contracts.Imports;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports.Files;

/// <summary>Opens an import's kept file as the sheet it was taken for.</summary>
internal sealed class UploadedSheets(ImportFiles files, MappingDesk mappings, SheetLimits limits)
{
    /// <exception cref="SheetRefusedException">The source's column mapping has changed since, and no longer fits this sheet.</exception>
    public async Task<SheetOpening> Open(string id, ReceiveImport import, CleaningTally tally)
    {
        var mapping = await mappings.ColumnsOf(import.Region, import.Kind, import.Source);
        var format = import.Encoding is { } encoding ? SheetFormat.Text(encoding) : SheetFormat.Workbook;
        return SheetOpening.Open(files.OpenUpload(id), format, SheetLayouts.Of(import.Kind), mapping, limits, tally);
    }
}
