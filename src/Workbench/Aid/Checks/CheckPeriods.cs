using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;

namespace Revitalization.Workbench.Aid.Checks;

/// <summary>Periods of checks by their codes and names, this year's and the years' before.</summary>
internal static class CheckPeriods
{
    private const int YearsOffered = 5;
    private static readonly (string Suffix, string Name)[] Kinds =
    [
        ("B1", "一二月双月盘点"), ("B2", "三四月双月盘点"), ("B3", "五六月双月盘点"), ("B4", "七八月双月盘点"), ("B5", "九十月双月盘点"), ("B6", "十一十二月双月盘点"),
        ("Q1", "一季度交账"), ("Q2", "二季度交账"), ("Q3", "三季度交账"), ("Q4", "四季度交账"), ("H1", "半年验靶"), ("Y", "年终考核"),
    ];

    public static IReadOnlyList<Choice> Of(DateOnly today) =>
        [.. Enumerable.Range(0, YearsOffered).SelectMany(back => Kinds.Select(kind => new Choice($"{Query.Of(today.Year - back)}-{kind.Suffix}", $"{Query.Of(today.Year - back)}年{kind.Name}")))];
}
