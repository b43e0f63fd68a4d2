using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

/// <summary>Finds a body's headings, by number where there is one and by look where there is none, and says where the numbers break.</summary>
internal sealed class SectionReader(TracedText text)
{
    private const int HeadingMax = 60, UnnumberedMax = 25, SectionsMax = 2_000;
    private static readonly SearchValues<char> s_marks = SearchValues.Create("。,;:、?!|>—");
    private readonly int[] _last = new int[5];
    private readonly int[] _running = new int[5];
    private readonly List<(DocumentSection Section, int Start)> _found = [];

    /// <param name="end">Where the body ends, in the traced text.</param>
    public ImmutableArray<DocumentSection> Read(IReadOnlyList<DocumentLine> body, int end, Func<DocumentLine, bool> isOther)
    {
        for (var at = 0; at < body.Count && _found.Count < SectionsMax; at++)
        {
            if (SectionNumber.Of(body[at].Text) is { } number) Numbered(body[at], number);
            else if (body[at].Text is [')', _, ..]) Broken(body[at]);
            else if (IsHeading(body[at].Text) && at + 1 < body.Count && !isOther(body[at])) Unnumbered(body[at]);
        }
        return [.. _found.Select((found, at) => Placed(found, at + 1 < _found.Count ? _found[at + 1].Start : end))];
    }

    private DocumentSection Placed((DocumentSection Section, int Start) found, int end)
    {
        var (start, length) = text.SourceOf(found.Start, end - found.Start);
        return found.Section with { Start = start, Length = length };
    }

    private void Numbered(DocumentLine line, SectionNumber number)
    {
        var doubt = Doubt(number);
        Array.Clear(_last, number.Level + 1, _last.Length - number.Level - 1);
        _last[number.Level] = number.Value;
        // Level 2 may run on through the whole document, under one heading of level 1 after the other.
        Add(line, number.Level, number.Written, Heading(line.Text[number.Length..]), doubt is null ? Certainty.Certain : Certainty.Likely, doubt);
    }

    private string? Doubt(SectionNumber number)
    {
        var expected = Math.Max(_last[number.Level], _running[number.Level]) + 1;
        var fits = number.Value == 1 || number.Value == _last[number.Level] + 1 || number.Value == _running[number.Level] + 1;
        _running[number.Level] = number.Value;
        return fits ? null : string.Create(CultureInfo.InvariantCulture, $"编号{number.Written}不连续，此处应为第{expected}。");
    }

    private void Broken(DocumentLine line)
    {
        _last[2]++;
        _running[2] = _last[2];
        Add(line, 2, "", Heading(line.Text[1..]), Certainty.Guessed, "编号残缺，只余右括号。");
    }

    private void Unnumbered(DocumentLine line)
    {
        Array.Clear(_last);
        Add(line, 0, "", line.Text, Certainty.Guessed, "没有编号，按版式推测为标题。");
    }

    private void Add(DocumentLine line, int level, string number, string heading, Certainty certainty, string? doubt) =>
        _found.Add((new(level, number, heading, certainty, doubt, 0, 0), line.Start));

    private static string Heading(string rest)
    {
        var end = rest.IndexOfAny(['。', ';', ':']);
        var heading = (end < 0 ? rest : rest[..end]).Trim();
        return heading.Length > HeadingMax ? heading[..HeadingMax] : heading;
    }

    private static bool IsHeading(string line) =>
        line.Length is >= 3 and <= UnnumberedMax && line.AsSpan().IndexOfAny(s_marks) < 0 && (Letters.IsHan(line[^1]) || line[^1] is '”' or '"')
        && line.Any(Letters.IsHan);
}
