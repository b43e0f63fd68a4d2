using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Imports.Writing;
using Revitalization.Silo.Sheets;

namespace Revitalization.Standalone.Samples;

/// <summary>Writes a sample county's sheets as a county office would send them: GB18030 text, or a workbook.</summary>
public static class SampleFiles
{
    public static void Write(Stream file, SampleCounty county, ulong seed, string kind, int quarters, SheetFormat format)
    {
        var sheets = new SampleSheets(county, seed);
        using var writer = SheetWriter.Open(file, format);
        writer.Write(SampleSheets.Headings(kind));
        foreach (var row in sheets.Rows(kind, quarters)) writer.Write(row);
    }

    /// <summary>Pingchang sends workbooks, the others text in the encoding their spreadsheets write.</summary>
    public static SheetFormat FormatOf(SampleCounty county) =>
        county.Code == "511923" ? SheetFormat.Workbook : SheetFormat.Text(TextEncodings.Gb18030);

    public static string NameOf(SampleCounty county, string kind) =>
        $"{county.Name}{ImportKinds.Title(kind)}表.{FormatOf(county).Name}";
}
