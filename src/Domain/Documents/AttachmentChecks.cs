using System.Collections.Immutable;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

/// <summary>What must be looked at in a file that goes out with a document (附件): as in its text, and the columns of names that rosters have. What no
/// program here reads, a picture or a scan, is said to be unread, and a person decides.</summary>
public static class AttachmentChecks
{
    /// <summary>More than this of one file is not read.</summary>
    public const int TextMax = 1_000_000;

    private const int FindingsMax = 100, Around = 24;

    /// <param name="sha256">Of the file.</param>
    /// <param name="source">What it says, rows of tables as lines of cells between bars.</param>
    public static ImmutableArray<DocumentFinding> Of(string sha256, string source, int threshold)
    {
        var text = TracedText.Of(source);
        var found = PersonalChecks.Of(text.Value).Concat(NameChecks.Of(text.Value)).Concat(SmallCountChecks.Of(text.Value, threshold))
            .Concat(TableChecks.Of(text, threshold)).Concat(RosterChecks.Of(text))
            .Select(finding => Placed(text, source, sha256, finding)).DistinctBy(finding => finding.Id)
            .OrderBy(finding => finding.Start).ThenBy(finding => finding.Kind).Take(FindingsMax + 1).ToList();
        if (found.Count > FindingsMax)
            found[^1] = new(DocumentFindingKind.TooMany, null, 0, 0, $"附件里发现超过{FindingsMax}处，其余未列出；这样的附件不宜公开。") { Attachment = sha256 };
        return [.. found];
    }

    /// <param name="why">In Chinese: what was not read, and why.</param>
    public static DocumentFinding Unread(string sha256, string why) => new(DocumentFindingKind.AttachmentUnread, null, 0, 0, why) { Attachment = sha256 };

    private static DocumentFinding Placed(TracedText text, string source, string sha256, DocumentFinding finding)
    {
        var (start, length) = text.SourceOf(finding.Start, finding.Length);
        var (from, to) = (Math.Max(0, start - Around), Math.Min(source.Length, start + length + Around));
        return finding with { Start = start, Length = length, Attachment = sha256, Excerpt = source[from..to].ReplaceLineEndings(" ").Trim() };
    }
}
