using Revitalization.Contracts.Releases;

namespace Revitalization.Portal.Pages.Documents;

/// <summary>A piece of a document as a page shows it.</summary>
public abstract record DocumentBlock
{
    /// <param name="Level">3 to 5: below the page's own headings, never skipping one.</param>
    public sealed record Heading(int Level, string Text, string Anchor) : DocumentBlock;

    public sealed record Paragraph(string Text, string? Anchor) : DocumentBlock;

    /// <param name="Rows">The first is the head; all have as many cells as it.</param>
    public sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentBlock;
}

/// <summary>Parts a text into headings, paragraphs and tables: by the sections its row names, and by lines whose cells are parted by bars or tabs.</summary>
internal static class DocumentBlocks
{
    private const int FirstLevel = 3, LastLevel = 5, HeadingLetters = 60;

    public static IReadOnlyList<DocumentBlock> Of(PublicDocument document)
    {
        var (blocks, table, level) = (new List<DocumentBlock>(), new List<IReadOnlyList<string>>(), FirstLevel - 1);
        foreach (var (line, section) in Lines(document))
        {
            if (Cells(line) is { } cells)
            {
                table.Add(cells);
                continue;
            }
            End(table, blocks);
            if (section is { } known && IsHeading(line, known.Section))
            {
                level = Math.Min(level + 1, Math.Clamp(FirstLevel + Math.Max(known.Section.Level, 1) - 1, FirstLevel, LastLevel));
                blocks.Add(new DocumentBlock.Heading(level, line, known.Anchor));
            }
            else
            {
                blocks.Add(new DocumentBlock.Paragraph(line, section?.Anchor));
            }
        }
        End(table, blocks);
        return blocks;
    }

    /// <summary>Lines of the text proper without empty ones, each with the section that begins on it.</summary>
    private static IEnumerable<(string Line, (PublicSection Section, string Anchor)? Section)> Lines(PublicDocument document)
    {
        var (next, end) = (0, document.MainStart + document.MainLength);
        for (var from = document.MainStart; from < end;)
        {
            var to = document.Body.IndexOf('\n', from, end - from);
            if (to < 0) to = end;
            (PublicSection, string)? begins = null;
            for (; next < document.Sections.Count && document.Sections[next].Start < to; next++)
                if (document.Sections[next].Start >= from) begins ??= (document.Sections[next], $"s{next + 1}");
            var line = document.Body[from..to].Trim();
            if (line.Length > 0) yield return (line, begins);
            from = to + 1;
        }
    }

    // A line that goes on behind its heading is a paragraph with a number.
    private static bool IsHeading(string line, PublicSection section) =>
        line.Length <= HeadingLetters && !line.Contains('。') && line.Length <= section.Number.Length + section.Heading.Length + 2;

    private static List<string>? Cells(string line)
    {
        var cells = line.Split(line.Contains('\t') ? '\t' : '|').Select(cell => cell.Trim()).ToList();
        if (cells.Count < 2) return null;
        if (cells[0].Length == 0) cells.RemoveAt(0);
        if (cells.Count > 1 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
        return cells.Count < 2 ? null : cells;
    }

    private static void End(List<IReadOnlyList<string>> table, List<DocumentBlock> blocks)
    {
        if (table.Count > 1 && table[0].Count is var width && table.All(row => row.Count <= width))
            blocks.Add(new DocumentBlock.Table([.. table.Where(row => !row.All(cell => cell.Trim('-', ':', ' ').Length == 0)).Select(row => (IReadOnlyList<string>)[.. row, .. Enumerable.Repeat("", width - row.Count)])]));
        else
            blocks.AddRange(table.Select(row => new DocumentBlock.Paragraph(string.Join('　', row), null)));
        table.Clear();
    }
}
