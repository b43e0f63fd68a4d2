using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>What a file turned out to be.</summary>
/// <param name="Name"><c>csv</c> or <c>xlsx</c>.</param>
/// <param name="Encoding"><c>UTF-8</c> or <c>GB18030</c>; null for XLSX.</param>
public sealed record SheetFormat(string Name, string? Encoding)
{
    public static readonly SheetFormat Workbook = new("xlsx", null);

    public static SheetFormat Text(string encoding) => new("csv", encoding);

    /// <summary>Reads the whole stream once, which must be seekable, and names its format or refuses it.</summary>
    public static SheetFormat Detect(Stream file)
    {
        Span<byte> start = stackalloc byte[8];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length == 0) throw new SheetRefusedException(ImportRefusal.FileEmpty, "文件长度为零。");
        return Known(start[..length]) ?? Text(TextEncodings.Detect(file));
    }

    private static SheetFormat? Known(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => Workbook,
        [(byte)'P', (byte)'K', 5, 6, ..] => throw new SheetRefusedException(ImportRefusal.WorkbookBroken, "压缩包内没有内容。"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new SheetRefusedException(ImportRefusal.FormatUnknown, "这是旧版 XLS 或加了密码的文件；请去掉密码并另存为 XLSX。"),
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => throw new SheetRefusedException(ImportRefusal.FormatUnknown, "文件为 UTF-16 编码；请另存为 UTF-8 或 GB18030 的 CSV。"),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new SheetRefusedException(ImportRefusal.FormatUnknown, "这是 PDF 文件；请上传 CSV 或 XLSX。"),
        _ => null,
    };

    public ISheetReader Open(Stream file, SheetLimits limits) => Encoding is { } encoding
        ? CsvSheetReader.Open(file, TextEncodings.Strict(encoding), limits)
        : XlsxSheetReader.Open(file, limits);
}
