using Revitalization.Contracts.Imports;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Imports.Columns;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.Silo.Imports.Files;

/// <summary>Opens an import's kept file as the sheet it was taken for, by the column mapping it was received with.</summary>
internal sealed class UploadedSheets(ImportFiles files, MappingDesk mappings, SheetLimits limits)
{
    /// <exception cref="SheetRefusedException">It was received before its mapping was kept, and the source's present one no longer fits it.</exception>
    public async Task<SheetOpening> Open(string id, ReceiveImport import, CleaningTally tally)
    {
        var mapping = import.Mapping ?? await mappings.RulesOf(import.Region, import.Kind, import.Source);
        var format = import.Encoding is { } encoding ? SheetFormat.Text(encoding) : SheetFormat.Workbook;
        return SheetOpening.Open(files.OpenUpload(id), format, SheetLayouts.Of(import.Kind), MappingDesk.Columns(mapping), limits, tally);
    }
}
