using System.Text.Json;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Projects;

/// <summary>What a county's pack asks of a stage (项目阶段): which papers it needs, and by when the next one is due.</summary>
public sealed class StageRules(PolicyPack pack)
{
    public static string PapersRule(ProjectStage stage) => $"project.papers.{Code(stage)}";

    public static string LimitRule(ProjectStage stage) => $"project.limit.{Code(stage)}";

    /// <summary>As the pack names them; none where it asks for none.</summary>
    public IReadOnlyList<string> Papers(ProjectStage stage, DateOnly on) => pack.Find<ChecklistRule>(PapersRule(stage))?.On(on)?.Value.Papers ?? [];

    /// <summary>A sender who says what each file is must have all that the pack names; one who does not, as many.</summary>
    public bool AreComplete(ReachStage reach)
    {
        var needed = Papers(reach.Stage, reach.On);
        return reach.Papers.IsDefaultOrEmpty
            ? reach.Evidence.Length >= needed.Count
            : reach.Papers.Length == reach.Evidence.Length && !needed.Except(reach.Papers, StringComparer.Ordinal).Any();
    }

    /// <summary>Last day for the stage after this one; null where no rule of that day limits it, or none comes.</summary>
    public DateOnly? NextDueOn(ProjectStage reached, DateOnly on) =>
        Next(reached) is { } next && pack.Find<DeadlineRule>(LimitRule(next))?.On(on)?.Value is { } limit
            ? MonitoringDeadlines.Due(limit, on, WorkdayCalendar.Shipped).Value
            : null;

    public static ProjectStage? Next(ProjectStage reached) => reached is >= ProjectStage.Proposed and < ProjectStage.HandedOver ? reached + 1 : null;

    private static string Code(ProjectStage stage) => JsonNamingPolicy.KebabCaseLower.ConvertName(stage.ToString());
}
