namespace Revitalization.Portal.Documents;

/// <summary>What became of a piece of text from one version to the next.</summary>
public enum DifferenceKind
{
    Same,
    Added,
    Removed,
}

public sealed record Difference(DifferenceKind Kind, string Text);

/// <summary>A paragraph of the newer version, with the earlier one it came from where they are alike.</summary>
/// <param name="Parts">Of a changed paragraph, letter by letter; else the whole paragraph.</param>
public sealed record ParagraphDifference(DifferenceKind Kind, bool IsChanged, IReadOnlyList<Difference> Parts);

/// <summary>
/// The least that must be removed and added to make one text of another (Myers): by paragraphs, then by letters within a paragraph that
/// replaced one like it. Texts that are too different are told whole, so that no two texts take long.
/// </summary>
public static class TextDifference
{
    /// <summary>Steps after which two sequences count as wholly different.</summary>
    private const int ParagraphSteps = 1_000, LetterSteps = 400;

    public static IReadOnlyList<ParagraphDifference> Of(string before, string after)
    {
        var found = new List<ParagraphDifference>();
        var (removed, added) = (new Queue<string>(), new Queue<string>());
        foreach (var (kind, paragraph) in Compare(Paragraphs(before), Paragraphs(after), ParagraphSteps))
        {
            if (kind == DifferenceKind.Removed) removed.Enqueue(paragraph);
            if (kind == DifferenceKind.Added) added.Enqueue(paragraph);
            if (kind != DifferenceKind.Same) continue;
            Settle(removed, added, found);
            found.Add(Whole(kind, paragraph));
        }
        Settle(removed, added, found);
        return found;
    }

    public static IReadOnlyList<Difference> OfLetters(string before, string after)
    {
        var parts = new List<Difference>();
        foreach (var (kind, letter) in Compare([.. before], [.. after], LetterSteps))
        {
            if (parts.Count > 0 && parts[^1].Kind == kind) parts[^1] = parts[^1] with { Text = parts[^1].Text + letter };
            else parts.Add(new(kind, letter.ToString()));
        }
        return parts;
    }

    // Paragraphs that stand against one another in order are held to be the same one changed, if enough of them is alike.
    private static void Settle(Queue<string> removed, Queue<string> added, List<ParagraphDifference> found)
    {
        while (removed.Count > 0 && added.Count > 0)
        {
            var (before, after) = (removed.Dequeue(), added.Dequeue());
            var parts = OfLetters(before, after);
            var same = parts.Where(part => part.Kind == DifferenceKind.Same).Sum(part => part.Text.Length);
            if (same * 5 >= Math.Max(before.Length, after.Length) * 2)
            {
                found.Add(new(DifferenceKind.Same, IsChanged: true, parts));
                continue;
            }
            found.Add(Whole(DifferenceKind.Removed, before));
            found.Add(Whole(DifferenceKind.Added, after));
        }
        while (removed.TryDequeue(out var gone)) found.Add(Whole(DifferenceKind.Removed, gone));
        while (added.TryDequeue(out var come)) found.Add(Whole(DifferenceKind.Added, come));
    }

    private static ParagraphDifference Whole(DifferenceKind kind, string paragraph) => new(kind, IsChanged: false, [new(kind, paragraph)]);

    private static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<(DifferenceKind Kind, T Item)> Compare<T>(T[] before, T[] after, int steps) where T : notnull
    {
        var (head, tail) = (0, 0);
        while (head < before.Length && head < after.Length && before[head].Equals(after[head])) head++;
        while (tail < before.Length - head && tail < after.Length - head && before[^(tail + 1)].Equals(after[^(tail + 1)])) tail++;
        var found = before[..head].Select(item => (DifferenceKind.Same, item)).ToList();
        found.AddRange(Middle(before[head..^tail], after[head..^tail], steps));
        found.AddRange(before[^tail..].Select(item => (DifferenceKind.Same, item)));
        return found;
    }

    private static List<(DifferenceKind, T)> Middle<T>(T[] before, T[] after, int steps) where T : notnull
    {
        // Furthest reaching paths: reached[k] is how far in the earlier text the best path on diagonal k came.
        var most = Math.Min(before.Length + after.Length, steps);
        var (reached, trace) = (new int[(2 * most) + 3], new List<int[]>());
        for (var depth = 0; depth <= most; depth++)
        {
            trace.Add(reached[(most + 1 - depth)..(most + 2 + depth)]);
            for (var k = -depth; k <= depth; k += 2)
            {
                var at = most + 1 + k;
                var x = k == -depth || (k != depth && reached[at - 1] < reached[at + 1]) ? reached[at + 1] : reached[at - 1] + 1;
                while (x < before.Length && x - k < after.Length && x - k >= 0 && before[x].Equals(after[x - k])) x++;
                reached[at] = x;
                if (x >= before.Length && x - k >= after.Length) return Back(before, after, trace, depth);
            }
        }
        return [.. before.Select(item => (DifferenceKind.Removed, item)), .. after.Select(item => (DifferenceKind.Added, item))];
    }

    private static List<(DifferenceKind, T)> Back<T>(T[] before, T[] after, List<int[]> trace, int depth)
    {
        var (found, x, y) = (new List<(DifferenceKind, T)>(), before.Length, after.Length);
        for (; depth > 0; depth--)
        {
            // What was reached one step earlier; its diagonal k lies at k + depth.
            var (earlier, k) = (trace[depth], x - y);
            int Reached(int diagonal) => diagonal < -depth || diagonal > depth ? 0 : earlier[diagonal + depth];
            var down = k == -depth || (k != depth && Reached(k - 1) < Reached(k + 1));
            var fromX = down ? Reached(k + 1) : Reached(k - 1);
            var fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) (found, x, y) = (With(found, DifferenceKind.Same, before[x - 1]), x - 1, y - 1);
            if (down) found.Add((DifferenceKind.Added, after[--y]));
            else found.Add((DifferenceKind.Removed, before[--x]));
        }
        while (x > 0 && y > 0) (found, x, y) = (With(found, DifferenceKind.Same, before[x - 1]), x - 1, y - 1);
        found.Reverse();
        return found;
    }

    private static List<(DifferenceKind, T)> With<T>(List<(DifferenceKind, T)> found, DifferenceKind kind, T item)
    {
        found.Add((kind, item));
        return found;
    }
}
