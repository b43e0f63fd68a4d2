using Revitalization.Contracts.Monitoring;

namespace Revitalization.Domain.Monitoring;

/// <summary>What would change where a household stands (什么会改变): an act of somebody, or the calendar alone.</summary>
internal static class ExpectedChanges
{
    public static IReadOnlyList<string> Of(
        MonitoringPast past, CountyRules rules, IReadOnlyList<MonitoringDeadline> deadlines, IReadOnlyList<ClearingCondition> clearing, DateOnly on)
    {
        if (past.File.ClosedOn is not null) return ["该户已销户,监测档案已关闭。"];
        if (past.File.Step == MonitoringStep.Idle) return ["有新的风险线索时进入派发、核查程序。"];
        List<string> changes = [.. deadlines.OrderBy(deadline => deadline.DueOn).Select(deadline => Limit(deadline, on))];
        if (Cadre(past.File, rules, on) is { } cadre) changes.Add(cadre);
        if (Turn(past, rules, on) is { } turn) changes.Add(turn);
        changes.AddRange(clearing.Select(condition => condition.Missing).OfType<string>().Select(missing => $"{missing}。"));
        if (past.File.IsMonitored && !past.File.IsClearing) changes.Add("条件具备后经核查、评议、公示、县级审定可消除风险;重新研判会改变预计消除日期。");
        return changes;
    }

    private static string Limit(MonitoringDeadline deadline, DateOnly on)
    {
        var title = MonitoringTerms.Deadlines.GetValueOrDefault(deadline.Kind, deadline.Kind);
        var provisional = deadline.IsProvisional ? ",暂定" : "";
        return deadline.DueOn < on
            ? FormattableString.Invariant($"{title}应于 {LimitReasons.Day(deadline.DueOn)} 前办结,已超期 {on.DayNumber - deadline.DueOn.DayNumber} 天{provisional}。")
            : $"{title}须在 {LimitReasons.Day(deadline.DueOn)} 前办结(含当日{provisional})。";
    }

    private static string? Cadre(MonitoringFile file, CountyRules rules, DateOnly on) =>
        MonitoringColour.On(file, rules.On(on), on) is { } colour && !(file.Cadre?.Rank >= colour.RequiredRank)
            ? $"{colour.Shown.Name}要求由{colour.Shown.RankName}联系,须指定联系人。"
            : null;

    /// <summary>The day on which the colour turns graver though nobody does anything.</summary>
    private static string? Turn(MonitoringPast past, CountyRules rules, DateOnly on)
    {
        var spans = ColourTimeline.Of(past.File, past.Forecasts, rules.On, rules.Turns);
        if (spans.LastOrDefault(span => span.From <= on && on <= span.Until) is not { } now) return null;
        return spans.FirstOrDefault(span => span.From > on && span.Colour.Severity > now.Colour.Severity) is { } graver
            ? FormattableString.Invariant($"风险到 {LimitReasons.Day(graver.From)} 仍未消除的,颜色将由{now.Colour.Name}变为{graver.Colour.Name}(第{graver.Colour.Severity}级),由{graver.Colour.RankName}联系,{graver.Colour.Help}。")
            : null;
    }
}
