namespace Revitalization.Domain.Text;

/// <summary>What a character is to the cleaner.</summary>
internal static class Letters
{
    private const string ToneMarked = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";
    private const string PlainPinyin = "abcdefghijklmnopqrstuwxyzvüêɡɑ";

    private static readonly System.Collections.BitArray NeedsCare = Mark();

    /// <summary>Whether a character may have to be cleaned; texts without any are handed back untouched.</summary>
    public static bool MayNeedCleaning(char c) => NeedsCare[c];

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or '〇';

    public static bool IsToneMarked(char c) => ToneMarked.Contains(c);

    public static bool IsPinyin(char c) => PlainPinyin.Contains(c) || IsToneMarked(c);

    public static bool IsOpening(char c) => c is '(' or '（';

    public static bool IsClosing(char c) => c is ')' or '）';

    /// <summary>Characters that show nothing: zero-width ones, byte order marks, controls (white space is not among them).</summary>
    public static bool IsInvisible(char c) =>
        c is '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' or '\u00ad'
        || (char.IsControl(c) && !char.IsWhiteSpace(c));

    /// <summary>The half-width form of a full-width one (！ to ～, and the brackets and colons Chinese sheets use).</summary>
    public static bool TryHalve(char c, out char half)
    {
        half = c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c;
        return half != c;
    }

    private static System.Collections.BitArray Mark()
    {
        var marks = new System.Collections.BitArray(char.MaxValue + 1);
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var letter = (char)c;
            marks[c] = char.IsWhiteSpace(letter) || IsInvisible(letter) || TryHalve(letter, out _)
                || IsOpening(letter) || letter is '\'' or '=' || letter is >= '\uf900' and <= '\ufaff' or >= '\u2e80' and <= '\u2fdf';
        }
        foreach (var form in TraditionalForms.All) marks[form] = true;
        return marks;
    }
}
