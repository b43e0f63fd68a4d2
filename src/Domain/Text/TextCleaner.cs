using System.Text;

namespace Revitalization.Domain.Text;

/// <summary>
/// Cleans headings and names (清洗表头与名称) of what web pages, input methods and spreadsheets leave behind. Numbers and ids
/// are not names: <see cref="Code"/> takes off only what cannot be part of one.
/// </summary>
public static class TextCleaner
{
    /// <summary>A column heading: as <see cref="Name"/>, without any white space and without the mark of a required column.</summary>
    public static CleanText Heading(string text)
    {
        var clean = Clean(text, keepLatinSpaces: false);
        return clean.Value is ['*', ..] or [.., '*'] ? clean with { Value = clean.Value.Trim('*') } : clean;
    }

    /// <summary>The name of a person or place, or a dictionary value.</summary>
    public static CleanText Name(string text) => Clean(text, keepLatinSpaces: true);

    /// <summary>An id, number or date: white space around it, invisible characters and a spreadsheet's text mark are taken off.</summary>
    public static CleanText Code(string text)
    {
        if (!NeedsCare(text)) return new(text, TextCleaning.None);
        var done = TextCleaning.None;
        var visible = WithoutInvisible(text, ref done);
        var trimmed = visible.Trim();
        if (trimmed.Length != visible.Length) done |= TextCleaning.Space;
        var unmarked = WithoutTextMark(trimmed);
        if (unmarked.Length != trimmed.Length) done |= TextCleaning.TextMark;
        return new(unmarked, done);
    }

    private static CleanText Clean(string text, bool keepLatinSpaces)
    {
        if (!NeedsCare(text)) return new(text, TextCleaning.None);
        var done = TextCleaning.None;
        var composed = Compose(text, ref done);
        var unmarked = WithoutTextMark(composed);
        if (unmarked.Length != composed.Length) done |= TextCleaning.TextMark;
        var plain = WithoutPinyin(unmarked, ref done);
        return new(Letter(plain, keepLatinSpaces, ref done), done);
    }

    private static bool NeedsCare(string text)
    {
        foreach (var c in text)
        {
            if (Letters.MayNeedCleaning(c)) return true;
        }
        return false;
    }

    /// <summary>Tone marks typed as combining characters, and compatibility forms of Han characters, become single ones.</summary>
    private static string Compose(string text, ref TextCleaning done)
    {
        var visible = WithoutInvisible(text, ref done);
        if (!IsWellFormed(visible)) return visible;
        return visible.Normalize(NormalizationForm.FormC);
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static string WithoutInvisible(string text, ref TextCleaning done)
    {
        if (!text.Any(Letters.IsInvisible)) return text;
        done |= TextCleaning.Invisible;
        return string.Concat(text.Where(c => !Letters.IsInvisible(c)));
    }

    private static string WithoutTextMark(string text) => text switch
    {
        ['=', '"', .., '"'] when text.Length >= 3 => text[2..^1],
        ['\'', .. var rest] => rest,
        _ => text,
    };

    /// <summary>Takes off bracketed syllables with a tone mark that follow a Chinese character; "(yuan)" has none and stays.</summary>
    private static string WithoutPinyin(string text, ref TextCleaning done)
    {
        StringBuilder? kept = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = i > 0 && Letters.IsHan(text[i - 1]) ? PinyinAt(text, i) : 0;
            if (length == 0)
            {
                kept?.Append(text[i]);
                continue;
            }
            kept ??= new StringBuilder(text, 0, i, text.Length);
            done |= TextCleaning.Pinyin;
            i += length - 1;
        }
        return kept?.ToString() ?? text;
    }

    private static int PinyinAt(string text, int start)
    {
        if (!Letters.IsOpening(text[start])) return 0;
        var toned = false;
        var end = start + 1;
        for (; end < text.Length && end - start <= 7 && Letters.IsPinyin(text[end]); end++) toned |= Letters.IsToneMarked(text[end]);
        return toned && end < text.Length && Letters.IsClosing(text[end]) ? end - start + 1 : 0;
    }

    private static string Letter(string text, bool keepLatinSpaces, ref TextCleaning done)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (keepLatinSpaces && IsBetweenLatin(text, i, clean)) clean.Append(' ');
                if (c != ' ' || !EndsWithSpace(clean)) done |= TextCleaning.Space;
            }
            else if (Letters.TryHalve(c, out var half)) Replace(clean, half, TextCleaning.Width, ref done);
            else if (TraditionalForms.TrySimplify(c, out var simple)) Replace(clean, simple, TextCleaning.Traditional, ref done);
            else clean.Append(c);
        }
        return clean.ToString();
    }

    private static void Replace(StringBuilder clean, char with, TextCleaning kind, ref TextCleaning done)
    {
        clean.Append(with);
        done |= kind;
    }

    private static bool EndsWithSpace(StringBuilder clean) => clean.Length > 0 && clean[^1] == ' ';

    /// <summary>One space stays where it parts two words that are not Chinese, as in a foreign name.</summary>
    private static bool IsBetweenLatin(string text, int at, StringBuilder clean)
    {
        if (clean.Length == 0 || clean[^1] == ' ' || Letters.IsHan(clean[^1])) return false;
        var next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next < text.Length && !Letters.IsHan(text[next]);
    }
}
