using System.Text;
using Revitalization.Contracts.Imports;

namespace Revitalization.Silo.Imports.Reading;

/// <summary>
/// Tells UTF-8 from GB18030 by reading all bytes: a county's sheets come in both, and guessing from the first kilobytes
/// is how names turn to garbage in row 40,000. Bytes that fit neither are refused by row and position.
/// </summary>
public static class TextEncodings
{
    public const string Utf8 = "UTF-8", Gb18030 = "GB18030";

    /// <summary>
    /// So many whole multi-byte characters of UTF-8 in a row do not come about by chance in GB18030 text, so a later
    /// fault is damage to a UTF-8 file, not a sign of the other encoding.
    /// </summary>
    private const int ConvincingUtf8Characters = 8;

    /// <summary>An encoding that throws rather than replaces what it cannot read.</summary>
    public static Encoding Strict(string name) => name == Utf8
        ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)
        : CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            ?? throw new InvalidOperationException("The framework lacks GB18030.");

    public static string Detect(Stream file)
    {
        var utf8 = new Utf8Check();
        var gb = new Gb18030Check();
        Scan(file, utf8, gb);
        if (utf8.Fault < 0) return Utf8;
        var damaged = utf8.HasMark || utf8.MultiByteCharacters >= ConvincingUtf8Characters;
        if (damaged) throw Broken(Utf8, utf8);
        if (gb.Fault < 0) return Gb18030;
        throw Broken(Gb18030, gb);
    }

    private static void Scan(Stream file, Utf8Check utf8, Gb18030Check gb)
    {
        file.Position = 0;
        var buffer = new byte[81920];
        int length;
        while ((length = file.Read(buffer)) > 0)
        {
            var bytes = buffer.AsSpan(0, length);
            if (bytes.Contains((byte)0))
                throw new SheetRefusedException(ImportRefusal.FormatUnknown, "文件含空字节，不是文本；请上传 CSV 或 XLSX。");
            utf8.Feed(bytes);
            gb.Feed(bytes);
        }
        utf8.End();
        gb.End();
    }

    private static SheetRefusedException Broken(string encoding, ByteCheck check) => new(ImportRefusal.EncodingBroken,
        FormattableString.Invariant($"按 {encoding} 读取，第 {check.FaultRow} 行（文件第 {check.Fault + 1} 字节）起无法解读。"));
}
