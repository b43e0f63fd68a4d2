using System.Globalization;
using Revitalization.Contracts.Documents;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Documents;

/// <summary>Figures that a place of a document states (文中公开的数字), as fields of its review: what the words seem to say stands in them already.</summary>
internal static class DecidedFigures
{
    private const int RowsMost = 8;

    /// <summary>Places where somebody may be counted; the others state nothing that a release hides.</summary>
    public static bool MayState(DocumentFindingView finding) => finding.Kind is "small-count" or "small-remainder" or "small-table-cell" or "recoverable-table-cell";

    /// <summary>A row for each proposed figure and an empty one: taking the indicator out takes the row out.</summary>
    /// <param name="proposed">What findings before this one propose: a sentence's figures stand in the form once.</param>
    public static IEnumerable<FormField> Fields(DocumentFindingView finding, int number, DocumentFindingsView found, string region, HashSet<StatedFigureBody> proposed)
    {
        if (!MayState(finding)) yield break;
        var names = found.Indicators.Select(indicator => new Choice(indicator.Code, $"{indicator.Name}（{indicator.Unit}）")).ToList();
        var own = (finding.Proposed ?? []).Where(proposed.Add).Take(RowsMost - 1).ToList();
        for (var row = 0; row <= own.Count; row++)
        {
            var (figure, group) = (own.ElementAtOrDefault(row), $"第{number}处公开的数字（{row + 1}）");
            yield return new(Name(finding, row, "indicator"), "是平台的哪个指标", FieldKind.Choice, false)
            {
                Options = names, Default = figure?.Indicator, Group = group, Hint = row == 0 ? "公开后，下一期数据发布即按读者已知这个数来保护其他数；不是平台指标的不选" : null,
            };
            yield return new(Name(finding, row, "region"), "地区代码", FieldKind.Line, false) { Default = figure?.Region ?? region, Group = group, MostLetters = 12, Hint = row == 0 ? "本文件所属地区，或其中的乡镇、村" : null };
            yield return new(Name(finding, row, "period"), "时期", FieldKind.Line, false) { Default = figure?.Period, Group = group, MostLetters = 7, Hint = row == 0 ? "如 2022 或 2022-Q2" : null };
            yield return new(Name(finding, row, "value"), "数值", FieldKind.Decimal, false) { Default = figure?.Value.ToString("0.####", CultureInfo.InvariantCulture), Group = group };
        }
    }

    public static IReadOnlyList<StatedFigureBody>? Read(DocumentFindingView finding, TypedForm form)
    {
        if (!MayState(finding)) return null;
        var figures = new List<StatedFigureBody>();
        for (var row = 0; row < RowsMost; row++)
        {
            if (form.Optional(Name(finding, row, "indicator")) is not { } indicator) continue;
            figures.Add(new(indicator, form.Required(Name(finding, row, "region")), form.Required(Name(finding, row, "period")), Value(form, Name(finding, row, "value"))));
        }
        return figures.Count == 0 ? null : figures;
    }

    public static string Words(StatedFigureBody figure, DocumentFindingsView found) => string.Create(
        CultureInfo.InvariantCulture, $"{figure.Region} {figure.Period} {found.Indicators.FirstOrDefault(indicator => indicator.Code == figure.Indicator)?.Name ?? figure.Indicator} {figure.Value:0.####}");

    private static decimal Value(TypedForm form, string name)
    {
        form.Required(name);
        return form.Quantity(name);
    }

    private static string Name(DocumentFindingView finding, int row, string part) => string.Create(CultureInfo.InvariantCulture, $"f{row}-{part}-{finding.Finding}");
}
