namespace Revitalization.Domain.Text;

/// <summary>What was cleaned off a text (清洗). Every cleaning is counted and reported: never silent.</summary>
[Flags]
public enum TextCleaning
{
    None = 0,

    /// <summary>全角字符改为半角: １２３ＡＢＣ（） to 123ABC().</summary>
    Width = 1,

    /// <summary>去除多余空白: around a text, and between Chinese characters.</summary>
    Space = 2,

    /// <summary>繁体字改为简体: 監測 to 监测.</summary>
    Traditional = 4,

    /// <summary>去除拼音残留: 監(jiān)測 to 監測, left by converters of web pages.</summary>
    Pinyin = 8,

    /// <summary>去除文本标记: the apostrophe or ="…" with which spreadsheets keep a number as text.</summary>
    TextMark = 16,

    /// <summary>去除不可见字符: zero-width and control characters.</summary>
    Invisible = 32,
}

/// <summary>A cleaned text and what was done to it.</summary>
public readonly record struct CleanText(string Value, TextCleaning Done);

public static class TextCleaningTitles
{
    public static readonly IReadOnlyList<TextCleaning> Kinds =
        [TextCleaning.Width, TextCleaning.Space, TextCleaning.Traditional, TextCleaning.Pinyin, TextCleaning.TextMark, TextCleaning.Invisible];

    public static string Title(this TextCleaning kind) => kind switch
    {
        TextCleaning.Width => "全角字符改为半角",
        TextCleaning.Space => "去除多余空白",
        TextCleaning.Traditional => "繁体字改为简体",
        TextCleaning.Pinyin => "去除拼音残留",
        TextCleaning.TextMark => "去除文本标记",
        TextCleaning.Invisible => "去除不可见字符",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Name one kind of cleaning."),
    };
}
