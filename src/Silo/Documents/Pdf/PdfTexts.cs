using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Tokens;

namespace Revitalization.Silo.Documents.Pdf;

/// <summary>
/// What a PDF says, page by page, in the order of its letters. Whole only where every page has text and nothing else that could say more: no
/// picture, no letter without a meaning, no file inside. Half a text would lull who reads the findings.
/// </summary>
internal static class PdfTexts
{
    public const int PagesMax = 500;

    private const int PlainBytesMax = 512 << 10;
    private const string TooLarge = "内容过大";

    /// <exception cref="PdfUnreadableException">Whatever PdfPig makes of a broken file: it promises no kind of exception.</exception>
    public static (string Text, string? Unread) Read(byte[] file, int charactersMax)
    {
        try
        {
            var filters = new BoundedFilters();
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = false, MaxStackDepth = 64, FilterProvider = filters });
            if (document.NumberOfPages == 0) return ("", "没有一页可以读取");
            if (document.NumberOfPages > PagesMax) return ("", FormattableString.Invariant($"超过 {PagesMax} 页"));
            if (HasLongPlainStreams(document)) return ("", TooLarge);
            var read = Read(document, filters, charactersMax);
            return filters.IsExceeded ? ("", TooLarge) : read;
        }
        catch (PdfTooLargeException)
        {
            return ("", TooLarge);
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            throw new PdfUnreadableException(broken);
        }
    }

    /// <summary>What is not packed passes no filter, so nothing counts it: a form of that kind may be drawn without end by others that draw it twice.</summary>
    private static bool HasLongPlainStreams(PdfDocument document) => document.Structure.CrossReferenceTable.ObjectOffsets.Keys
        .Select(reference => document.Structure.GetObject(reference).Data).OfType<StreamToken>()
        .Where(stream => !stream.StreamDictionary.ContainsKey(NameToken.Filter))
        .Any(stream => stream.Data.Length > PlainBytesMax || (stream.StreamDictionary.TryGet(NameToken.Subtype, out NameToken kind) && kind.Data == "Form"));

    private static (string Text, string? Unread) Read(PdfDocument document, BoundedFilters filters, int charactersMax)
    {
        var text = new StringBuilder();
        var unread = document.Advanced.TryGetEmbeddedFiles(out var files) && files.Count > 0 ? "其中的附件没有读取" : null;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            filters.BeginPage();
            var page = document.GetPage(number);
            text.Append(ContentOrderTextExtractor.GetText(page, addDoubleNewline: false)).Append('\n');
            foreach (var note in page.GetAnnotations()) text.Append(note.Content).Append('\n');
            if (text.Length > charactersMax) return ("", FormattableString.Invariant($"文字超过 {charactersMax} 个字"));
            unread ??= Unread(page);
        }
        return (text.ToString(), unread);
    }

    private static string? Unread(Page page)
    {
        if (page.Letters.Count == 0) return FormattableString.Invariant($"第 {page.Number} 页没有文字，可能是扫描件");
        if (page.NumberOfImages > 0) return FormattableString.Invariant($"第 {page.Number} 页的图片没有读取");
        return page.Letters.Any(IsUnknown) ? FormattableString.Invariant($"第 {page.Number} 页有读不出的字") : null;
    }

    // A font without a table of characters: what it shows can be seen, and not be read.
    private static bool IsUnknown(Letter letter) => letter.Value.Length == 0 || letter.Value.Any(c => c is '\uFFFD' or '\0' or (>= '\uE000' and <= '\uF8FF'));
}

/// <summary>A file that is no PDF, a broken one, or one that asks for a password.</summary>
public sealed class PdfUnreadableException(Exception cause) : Exception("A PDF could not be read.", cause);
