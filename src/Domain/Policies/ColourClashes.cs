using System.Globalization;

namespace Revitalization.Domain.Policies;

/// <summary>Where two counties' warning colours differ: which there are, in what order, what each means and whom it asks for.</summary>
internal static class ColourClashes
{
    public const string Rule = "colours";

    private const string NoColours = "没有规定预警颜色";

    public static IEnumerable<PolicyClash> Between(PolicyPack left, PolicyPack right, DateOnly day)
    {
        if (left.Colours.SequenceEqual(right.Colours)) return [];
        return [new(Rule, "预警颜色", Text(left), Text(right), string.Concat(Reasons(left, right, day)))];
    }

    private static string Text(PolicyPack pack) => pack.Colours.Count == 0
        ? NoColours
        : string.Join(" → ", pack.Colours.Select(colour => string.Create(CultureInfo.InvariantCulture, $"{colour.Name}(第{colour.Severity}级,{colour.Help},{colour.RankName})")));

    private static IEnumerable<string> Reasons(PolicyPack left, PolicyPack right, DateOnly day)
    {
        foreach (var pack in new[] { left, right }.Where(pack => pack.Colours.Count == 0))
            yield return $"“{pack.Title}”{NoColours}:只按它执行时,监测户不显示颜色,不按颜色要求联系人职级。";
        if (left.Colours.Count == 0 || right.Colours.Count == 0) yield break;
        foreach (var reason in Names(left, right).Concat(Names(right, left))) yield return reason;
        foreach (var reason in Shared(left, right)) yield return reason;
        if (Boundaries(left, right, day)) yield return "两者的时间界限不同,见颜色规则。";
        yield return "颜色是各县自己的规定,跨县合计只能按通用严重程度1至3级。";
    }

    private static IEnumerable<string> Names(PolicyPack pack, PolicyPack other)
    {
        string[] only = [.. pack.Colours.Where(colour => other.Colours.All(each => each.Id != colour.Id)).Select(colour => colour.Name)];
        if (only.Length > 0) yield return $"{string.Join('、', only)}只有“{pack.Title}”规定。";
    }

    private static IEnumerable<string> Shared(PolicyPack left, PolicyPack right)
    {
        foreach (var (mine, theirs) in left.Colours.Join(right.Colours, colour => colour.Id, colour => colour.Id, (mine, theirs) => (mine, theirs)))
        {
            if (mine.Severity != theirs.Severity)
                yield return FormattableString.Invariant($"同为{mine.Name},“{left.Title}”是第{mine.Severity}级,“{right.Title}”是第{theirs.Severity}级:同名不同义。");
            if (mine.Rank != theirs.Rank)
                yield return $"{mine.Name}要求的联系人不同:“{left.Title}”为{mine.RankName},“{right.Title}”为{theirs.RankName}。";
        }
    }

    private static bool Boundaries(PolicyPack left, PolicyPack right, DateOnly day) =>
        PolicyComparison.Between(left, right, day).Any(conflict => conflict.Rule is MonitoringRuleIds.ElapsedColour or MonitoringRuleIds.AssessedColour);
}
