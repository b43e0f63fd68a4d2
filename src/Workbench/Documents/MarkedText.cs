using Revitalization.Contracts.Documents;

namespace Revitalization.Workbench.Documents;

/// <summary>A stretch of a text that is marked throughout, or not at all.</summary>
/// <param name="Findings">Numbers of the findings that cover it.</param>
/// <param name="Begins">Numbers of those that begin with it: here their list leads to.</param>
public sealed record MarkedStretch(string Text, IReadOnlyList<int> Findings, IReadOnlyList<int> Begins);

/// <summary>Cuts a text where findings begin and end, so that marks that overlap are each shown whole.</summary>
internal static class MarkedText
{
    public static IReadOnlyList<MarkedStretch> Of(string text, IReadOnlyList<DocumentFindingView> findings)
    {
        var placed = findings.Select((finding, at) => (Number: at + 1, finding.Start, End: finding.Start + finding.Length, IsInText: finding.Field is null && finding.Attachment is null))
            .Where(mark => mark.IsInText && mark.Start < mark.End && mark.End <= text.Length).ToList();
        var cuts = placed.SelectMany(mark => new[] { mark.Start, mark.End }).Append(0).Append(text.Length).Distinct().Order().ToList();
        var stretches = new List<MarkedStretch>(cuts.Count);
        for (var at = 0; at + 1 < cuts.Count; at++)
        {
            var (from, to) = (cuts[at], cuts[at + 1]);
            stretches.Add(new(
                text[from..to], [.. placed.Where(mark => mark.Start <= from && mark.End >= to).Select(mark => mark.Number)],
                [.. placed.Where(mark => mark.Start == from).Select(mark => mark.Number)]));
        }
        return stretches;
    }
}
