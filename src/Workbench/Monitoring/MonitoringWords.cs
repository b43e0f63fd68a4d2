using Revitalization.Contracts.Monitoring;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Monitoring;

/// <summary>The words of monitoring as lists to choose from.</summary>
public static class MonitoringWords
{
    public static readonly IReadOnlyList<Choice> Origins = List(MonitoringTerms.Origins);
    public static readonly IReadOnlyList<Choice> Risks = List(MonitoringTerms.Risks);
    public static readonly IReadOnlyList<Choice> Needs = List(MonitoringTerms.Needs);
    public static readonly IReadOnlyList<Choice> Steps = List(MonitoringTerms.Steps);
    public static readonly IReadOnlyList<Choice> Kinds = List(MonitoringTerms.Kinds);
    public static readonly IReadOnlyList<Choice> Ranks = List(MonitoringTerms.Ranks);
    public static readonly IReadOnlyList<Choice> Deadlines = List(MonitoringTerms.Deadlines);
    /// <summary>The limits one can be late with: a cadre is wanted, never late.</summary>
    public static readonly IReadOnlyList<Choice> Limits = [.. Deadlines.Where(limit => limit.Value != "cadre-wanted")];

    public static readonly IReadOnlyList<Choice> Acts = List(MonitoringActs.Titles);

    /// <summary>Common severity (严重程度), by which counties with different colours are read alike.</summary>
    public static readonly IReadOnlyList<Choice> Severities = [new("3", "重"), new("2", "中"), new("1", "轻")];

    public static string Joined(IReadOnlyList<string> values, IReadOnlyList<Choice> choices, string none) =>
        values.Count == 0 ? none : string.Join("、", values.Select(value => choices.TextOf(value)));

    private static Choice[] List(IReadOnlyDictionary<string, string> terms) => [.. terms.Select(term => new Choice(term.Key, term.Value))];
}
