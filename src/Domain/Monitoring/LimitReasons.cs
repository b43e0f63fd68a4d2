using System.Globalization;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>Why a limit ends on its day (时限依据): the rule in force when its clock started.</summary>
internal static class LimitReasons
{
    /// <summary>Null for a measure's own due day, which its plan states and no rule.</summary>
    public static Explanation? Of(MonitoringDeadline deadline, CountyRules rules)
    {
        var pack = rules.On(deadline.StartedOn);
        if (pack.Find<DeadlineRule>(deadline.Rule) is not { } rule || rule.On(deadline.StartedOn) is not { } held) return null;
        var input = new ExplainedInput("时限", held.Value.Count, Unit(held.Value.Unit), $"{Day(deadline.StartedOn)} 起算");
        var provisional = deadline.IsProvisional ? "(暂定)" : "";
        var stopped = deadline.StoppedDays == 0 ? "" : FormattableString.Invariant($",异议期间停止计时 {deadline.StoppedDays} 天");
        return new(held.Source.Pack ?? pack.Id, rule.Id, rule.Title, held.From, held.Source, [input],
            [$"自 {Day(deadline.StartedOn)} 起 {PolicyWords.Length(held.Value)}{stopped},最后一天为 {Day(deadline.DueOn)}{provisional}"]);
    }

    private static string Unit(TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingDays => "个工作日",
        TimeUnit.CalendarDays => "天",
        TimeUnit.Months => "个月",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {unit}."),
    };

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
