using System.IO.Compression;
using System.Text;
using Revitalization.Contracts.Imports;
using Revitalization.Silo.Imports.Reading;

namespace Revitalization.SystemTests.Imports;

/// <summary>Sheets for tests: small, and bad in one way each.</summary>
internal static class Sheets
{
    public const string Households = "行政村代码,户编号,户类型,监测对象类别,风险是否已消除,信息更新日期\n";
    public const string Members = "户编号,人编号,姓名,证件号码,与户主关系,信息更新日期\n";
    public const string Incomes = "户编号,期间,工资性收入(元),生产经营性收入(元),生产经营性支出(元),财产性收入(元),转移性收入(元)\n";

    public static byte[] Gb18030(string text) => TextEncodings.Strict(TextEncodings.Gb18030).GetBytes(text);

    public static List<SheetRow> Rows(byte[] file, SheetLimits? limits = null)
    {
        using var stream = new MemoryStream(file);
        using var reader = SheetFormat.Detect(stream).Open(stream, limits ?? SheetLimits.Default);
        var rows = new List<SheetRow>();
        while (reader.Read() is { } row) rows.Add(row);
        return rows;
    }

    public static List<SheetRow> Rows(string csv) => Rows(Encoding.UTF8.GetBytes(csv));

    public static SheetRefusedException Refused(byte[] file, ImportRefusal refusal, SheetLimits? limits = null)
    {
        var refused = Should.Throw<SheetRefusedException>(() => Rows(file, limits));
        refused.Refusal.ShouldBe(refusal, refused.Detail);
        return refused;
    }

    /// <summary>A workbook with one sheet of this XML inside <c>sheetData</c>.</summary>
    public static byte[] Workbook(string rows, string shared = "", string styles = "", IEnumerable<(string Path, string Content)>? more = null)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "_rels/.rels", $"<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relation}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"{relation}/styles\" Target=\"styles.xml\"/></Relationships>");
            Add(archive, "xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add(archive, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
            Add(archive, "xl/sharedStrings.xml", $"<sst xmlns=\"{main}\">{shared}</sst>");
            Add(archive, "xl/styles.xml", $"<styleSheet xmlns=\"{main}\">{styles}</styleSheet>");
            foreach (var (path, content) in more ?? []) Add(archive, path, content);
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive archive, string path, string content)
    {
        using var text = new StreamWriter(archive.CreateEntry(path, CompressionLevel.SmallestSize).Open());
        text.Write(content);
    }
}
