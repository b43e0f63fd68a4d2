using Revitalization.Domain.Claims;
using Revitalization.Domain.Text;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>Tables in a text, of cells parted by bars or tabs: small cells, hidden cells that a total gives back, totals that do not add up.</summary>
internal static class TableChecks
{
    private const int RowsMost = 5_000;
    private static readonly string[] s_totals = ["合计", "总计", "共计", "小计", "全县", "全镇", "全乡", "全村", "全区", "全市"];
    private static readonly string[] s_ordinals = ["序号", "编号", "年份", "年度", "月份", "电话", "日期"];
    private static readonly string[] s_hidden = ["*", "**", "***", "—", "——", "-", "--", "…", "×", "x", "X", "不公布", "保密", "略"];

    internal readonly record struct Cell(string Text, int Start)
    {
        public ExactNumber? Number => ExactNumber.Read(Text.TrimEnd('户', '人', '元', '个', '%'), out _);

        public bool IsHidden => s_hidden.Contains(Text);

        public DocumentFinding Found(DocumentFindingKind kind, string words) => new(kind, null, Start, Text.Length, words);
    }

    public static IEnumerable<DocumentFinding> Of(TracedText text, int threshold) =>
        Tables(DocumentLines.Of(text)).SelectMany(rows => (IEnumerable<DocumentFinding>)[.. Small(rows, threshold), .. Sums(rows, threshold), .. Sums(Turned(rows), threshold)]);

    private static IEnumerable<DocumentFinding> Small(List<Cell[]> rows, int threshold)
    {
        for (var row = 1; row < rows.Count; row++)
        {
            for (var column = 1; column < rows[row].Length; column++)
            {
                var (cell, heading) = (rows[row][column], rows[0][column].Text);
                if (cell.Number is not { } number || number < 1 || !(number < threshold) || number.Rounded(0) != number || s_ordinals.Contains(heading)) continue;
                if (SensitiveWords.IsGroup(heading) || SensitiveWords.IsGroup(rows[row][0].Text))
                    yield return cell.Found(SmallTableCell, $"表中“{rows[row][0].Text}”的“{heading}”少于{threshold}，可能指向具体的户或人。");
            }
        }
    }

    /// <summary>Of each column with a total: whether it adds up, and whether it gives a single hidden cell back.</summary>
    private static IEnumerable<DocumentFinding> Sums(List<Cell[]> rows, int threshold)
    {
        if (rows.Count < 3) yield break;
        var total = rows.FindIndex(1, row => s_totals.Contains(row[0].Text));
        if (total < 0) yield break;
        var parts = rows.Where((row, at) => at > 0 && at != total && !s_totals.Contains(row[0].Text)).ToArray();
        for (var column = 1; column < rows[0].Length; column++)
        {
            if (rows[total][column].Number is not { } stated || s_ordinals.Contains(rows[0][column].Text)) continue;
            var sum = parts.Select(row => row[column].Number).OfType<ExactNumber>().Aggregate((ExactNumber)0, static (sum, each) => sum + each);
            var unread = parts.Where(row => row[column].Number is null).Select(row => row[column]).ToArray();
            if (unread.Length == 0 && parts.Length > 1 && sum != stated)
                yield return rows[total][column].Found(SumDiffers, $"“{rows[0][column].Text}”各项相加为{sum.Written()}，表中合计为{stated.Written()}。");
            if (unread is [{ IsHidden: true } hidden] && !(stated < sum) && (stated - sum) < threshold && !(stated - sum).IsZero)
                yield return hidden.Found(RecoverableTableCell, $"由合计{stated.Written()}减去其余各项可得此处为{(stated - sum).Written()}。");
        }
    }

    private static List<Cell[]> Turned(List<Cell[]> rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];

    /// <summary>Three lines or more after one another with as many cells, and a number among them; a roster may have one line and no number.</summary>
    internal static IEnumerable<List<Cell[]>> Tables(List<DocumentLine> lines, bool rosters = false)
    {
        var rows = new List<Cell[]>();
        foreach (var line in lines.Append(default))
        {
            var cells = line.Text is null ? [] : Cells(line);
            if (cells.Length > 1 && (rows.Count == 0 || rows[0].Length == cells.Length) && rows.Count < RowsMost)
            {
                if (!cells.All(cell => cell.Text.All(letter => letter is '-' or ':'))) rows.Add(cells);
                continue;
            }
            if (rosters ? rows.Count > 1 : rows.Count > 2 && rows.Any(row => row.Any(cell => cell.Number is not null))) yield return rows;
            rows = cells.Length > 1 ? [cells] : [];
        }
    }

    private static Cell[] Cells(DocumentLine line)
    {
        var (mark, cells, from) = (line.Text.Contains('|', StringComparison.Ordinal) ? '|' : '\t', new List<Cell>(), 0);
        if (!line.Text.Contains(mark, StringComparison.Ordinal)) return [];
        foreach (var part in line.Text.Split(mark))
        {
            var cell = part.Trim(' ', '\t');
            cells.Add(new(cell, line.Start + from + (cell.Length == 0 ? 0 : part.IndexOf(cell, StringComparison.Ordinal))));
            from += part.Length + 1;
        }
        if (mark == '|' && cells[^1].Text.Length == 0) cells.RemoveAt(cells.Count - 1);
        if (mark == '|' && cells.Count > 0 && cells[0].Text.Length == 0) cells.RemoveAt(0);
        return [.. cells];
    }
}
