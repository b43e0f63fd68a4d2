using Revitalization.Contracts.Documents;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Documents;

/// <summary>Fields with which a document is registered (登记公开文件).</summary>
internal static class DocumentFields
{
    public const int LettersOfText = 150_000;
    private const int LettersOfLine = 200, LettersOfSummary = 2_000;

    /// <param name="hint">By field: how sure the reading of the text is; null of a document that is known.</param>
    public static IReadOnlyList<FormField> Of(DocumentBody? body, IReadOnlyList<Choice> regions, Func<string, string?> hint) =>
    [
        Line("title", "标题", body?.Title, hint("title")) with { Required = true },
        Line("indexNumber", "索引号", body?.IndexNumber, hint("indexNumber")),
        Line("documentNumber", "发文字号", body?.DocumentNumber, hint("documentNumber")),
        Line("issuer", "发布机构", body?.Issuer, hint("issuer")),
        Line("topic", "主题分类", body?.Topic, hint("topic")),
        Line("genre", "体裁分类", body?.Genre, hint("genre")),
        new("madeOn", "成文日期", FieldKind.Day, false) { Default = Day(body?.MadeOn), Hint = hint("madeOn") },
        new("publishedOn", "此前公开的日期", FieldKind.Day, false) { Default = Day(body?.PublishedOn), Hint = hint("publishedOn") },
        new("validity", "有效性", FieldKind.Choice) { Options = DocumentWords.Validities, Default = body?.Validity, Hint = hint("validity") },
        Line("region", "所属地区代码", body?.Region, "县或乡镇的行政区划代码") with { Required = true, Options = regions, MostLetters = 12 },
        new("summary", "内容概述", FieldKind.Text, false) { Default = body?.Summary, MostLetters = LettersOfSummary, Hint = hint("summary") },
        new("text", "正文", FieldKind.Text) { Default = body?.Text, MostLetters = LettersOfText },
    ];

    public static DocumentBody Read(TypedForm form) => new(
        form.Required("region"), form.Required("title"), form.Optional("indexNumber") ?? "", form.Optional("documentNumber"), form.Optional("issuer") ?? "",
        form.Optional("topic") ?? "", form.Optional("genre") ?? "", form.OptionalDay("madeOn"), form.OptionalDay("publishedOn"), form.Required("validity"),
        form.Optional("summary") ?? "", Text(form));

    /// <summary>Browsers send lines parted by two characters; the text keeps one, so that saving it unchanged is no change.</summary>
    public static string Text(TypedForm form) => form.Required("text").Replace("\r\n", "\n", StringComparison.Ordinal);

    private static FormField Line(string name, string label, string? value, string? hint) =>
        new(name, label, FieldKind.Line, false) { Default = value, Hint = hint, MostLetters = LettersOfLine };

    private static string? Day(DateOnly? day) => day is { } known ? Figures.Day(known) : null;
}
