using System.Text;

namespace Revitalization.Domain.Text;

/// <summary>
/// A long text as it was meant (整理后的文本): simplified, half width, without invisible characters and pinyin residue, and for each
/// character where it stands in the text that was given, so that what is found in it can be shown in place.
/// Unlike <see cref="TextCleaner"/> it keeps lines, tabs and single spaces: a document's layout says what is what.
/// </summary>
public sealed class TracedText
{
    private const int SyllableMax = 12;

    private readonly StringBuilder _value;
    private readonly List<int> _origins;

    private TracedText(string source)
    {
        (Source, _value, _origins) = (source, new StringBuilder(source.Length), new List<int>(source.Length));
        for (var at = 0; at < source.Length; at++) at += Take(at) - 1;
        Value = _value.ToString();
    }

    public string Source { get; }

    public string Value { get; }

    public TextCleaning Done { get; private set; }

    public static TracedText Of(string source) => new(source);

    /// <summary>Where a stretch of <see cref="Value"/> stands in <see cref="Source"/>.</summary>
    public (int Start, int Length) SourceOf(int start, int length)
    {
        if (Value.Length == 0 || start >= Value.Length) return (Source.Length, 0);
        var from = _origins[Math.Max(start, 0)];
        return length <= 0 ? (from, 0) : (from, _origins[Math.Min(start + length, Value.Length) - 1] - from + 1);
    }

    /// <returns>How many characters of the source were read; at least one.</returns>
    private int Take(int at)
    {
        var letter = Source[at];
        if (letter is '\r' || Letters.IsInvisible(letter)) return Skip(letter is '\r' ? TextCleaning.None : TextCleaning.Invisible, 1);
        if (letter is '\n' or '\u2028' or '\u2029' or '\v' or '\f') return Keep('\n', at);
        if (letter is '\t') return Keep('\t', at);
        if (char.IsWhiteSpace(letter)) return _value.Length > 0 && _value[^1] is ' ' or '\n' ? Skip(TextCleaning.Space, 1) : Keep(' ', at);
        if (PinyinAt(at) is var residue and > 0) return Skip(TextCleaning.Pinyin, residue);
        if (Letters.TryHalve(letter, out var half)) return Keep(half, at, TextCleaning.Width);
        if (TraditionalForms.TrySimplify(letter, out var simple)) return Keep(simple, at, TextCleaning.Traditional);
        if (letter is >= '\uf900' and <= '\ufaff' or >= '\u2e80' and <= '\u2fdf') return Keep(Composed(letter), at, TextCleaning.Traditional);
        return char.IsDigit(letter) && !char.IsAsciiDigit(letter) ? Keep((char)('0' + (int)char.GetNumericValue(letter)), at, TextCleaning.Width) : Keep(letter, at);
    }

    private int Keep(char letter, int at, TextCleaning done = TextCleaning.None)
    {
        _value.Append(letter);
        _origins.Add(at);
        Done |= done;
        return 1;
    }

    private int Skip(TextCleaning done, int length)
    {
        Done |= done;
        return length;
    }

    /// <summary>A bracketed syllable with a tone mark, single or combining, right after a Chinese character.</summary>
    private int PinyinAt(int at)
    {
        if (!Letters.IsOpening(Source[at]) || at == 0 || !Letters.IsHan(Source[at - 1])) return 0;
        var (toned, end) = (false, at + 1);
        for (; end < Source.Length && end - at <= SyllableMax; end++)
        {
            var isTone = Letters.IsToneMarked(Source[end]) || Source[end] is >= '\u0300' and <= '\u030c';
            if (!isTone && !Letters.IsPinyin(Source[end])) break;
            toned |= isTone;
        }
        return toned && end < Source.Length && Letters.IsClosing(Source[end]) ? end - at + 1 : 0;
    }

    private static char Composed(char letter) => letter.ToString().Normalize(NormalizationForm.FormKC) is [var one] ? one : letter;
}
