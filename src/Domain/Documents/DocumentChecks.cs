using System.Collections.Immutable;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

/// <summary>
/// What must be looked at in a text before it is published (公开前审查): personal data, small counts, figures that do not add up; each
/// finding in place. Total: any text is checked, and the same text always gives the same findings in the same order.
/// </summary>
public static class DocumentChecks
{
    public const int FindingsMax = 500;

    /// <param name="threshold">Counts from one up to below it could point at somebody; the same as of the platform's own figures.</param>
    public static ImmutableArray<DocumentFinding> Of(string source, int threshold)
    {
        var text = TracedText.Of(source);
        var found = PersonalChecks.Of(text.Value).Concat(NameChecks.Of(text.Value)).Concat(SmallCountChecks.Of(text.Value, threshold))
            .Concat(TableChecks.Of(text, threshold)).Concat(RosterChecks.Of(text)).Concat(ArithmeticChecks.Of(text.Value))
            .Select(finding => Placed(text, finding)).DistinctBy(finding => finding.Id)
            .OrderBy(finding => finding.Start).ThenBy(finding => finding.Kind).Take(FindingsMax + 1).ToList();
        if (found.Count > FindingsMax)
            found[^1] = new(DocumentFindingKind.TooMany, null, 0, 0, $"发现超过{FindingsMax}处，其余未列出；请先处理，或把附表另行公开。");
        return [.. found];
    }

    private static DocumentFinding Placed(TracedText text, DocumentFinding finding)
    {
        var (start, length) = text.SourceOf(finding.Start, finding.Length);
        return finding with { Start = start, Length = length };
    }
}
