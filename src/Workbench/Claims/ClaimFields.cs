using Revitalization.Contracts.Claims;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Claims;

/// <summary>Fields of a stated figure (表述) and of what it is computed from.</summary>
internal static class ClaimFields
{
    private const int MostInputs = 6, ShownInputs = 4, LettersOfText = 200;
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六"];

    public static IReadOnlyList<FormField> Of(ClaimView? claim, DateOnly today)
    {
        var body = claim?.Body;
        var shown = Math.Clamp(Math.Max(ShownInputs, body?.Inputs.Count ?? 0), ShownInputs, MostInputs);
        return
        [
            new("version", "", FieldKind.Kept) { Default = claim?.Version.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            new("on", "", FieldKind.Kept) { Default = Hosting.Look.Figures.Day(today) },
            new("statement", "原文怎么说", FieldKind.Text) { Default = body?.Statement, MostLetters = LettersOfText },
            new("document", "出自哪份文件、哪一条", FieldKind.Line) { Default = body?.Document, MostLetters = LettersOfText },
            new("kind", "怎样算出来", FieldKind.Choice) { Options = ClaimWords.Kinds, Default = body?.Kind },
            new("stated", "文件所说的数", FieldKind.Line, false) { Default = body?.Stated, Hint = "如 60.54" },
            new("unit", "单位", FieldKind.Choice) { Options = ClaimWords.Units, Default = body?.Unit },
            new("decimals", "保留几位小数", FieldKind.Number) { Default = Query.Of(body?.Decimals ?? 2) },
            new("rule", "须符合的政策条目", FieldKind.Line, false) { Default = body?.Rule, Hint = "合理性核验必填，如 loan.micro-credit" },
            .. Enumerable.Range(0, shown).SelectMany(at => Input(at, at < (body?.Inputs.Count ?? 0) ? body!.Inputs[at] : null)),
        ];
    }

    public static ClaimBody Read(TypedForm form) => new(
        form.Day("on"), form.Required("statement"), form.Required("kind"), form.Optional("stated") ?? "", form.Required("unit"), form.RequiredNumber("decimals"),
        [.. Enumerable.Range(0, MostInputs).Where(at => form.Optional($"name{at}") is not null).Select(at => new ClaimInput(
            form.Required($"name{at}"), form.Optional($"value{at}") ?? "", form.Required($"unit{at}")))],
        form.Required("document"), form.Optional("rule"));

    private static IEnumerable<FormField> Input(int at, ClaimInput? input) =>
    [
        new($"name{at}", "名称", FieldKind.Line, false) { Group = $"第{Numerals[at]}个数", Default = input?.Name },
        new($"value{at}", "数值", FieldKind.Line, false) { Group = $"第{Numerals[at]}个数", Default = input?.Value },
        new($"unit{at}", "单位", FieldKind.Choice, false) { Group = $"第{Numerals[at]}个数", Options = ClaimWords.Units, Default = input?.Unit },
    ];
}
