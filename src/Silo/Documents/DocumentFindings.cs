using System.Collections.Immutable;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Releases.Disclosure;

namespace Revitalization.Silo.Documents;

/// <summary>What the checks find of one document now. Never stored: rules, calendar and threshold may change, and then so does the answer.</summary>
public sealed class DocumentFindings(DocumentTexts texts, AttachmentTexts attachments, RegionBook regions, CountThresholds thresholds, TimeProvider clock)
{
    public async Task<ImmutableArray<DocumentFinding>> Of(string id, Document document, CancellationToken cancellation)
    {
        var today = clock.ChinaToday();
        var publishing = document.PublishedOn ?? today;
        var threshold = await thresholds.Of(document.Region, today, cancellation);
        var text = await texts.Read(id, document.Text!, cancellation);
        var inFiles = new List<DocumentFinding>();
        foreach (var file in document.Attachments) inFiles.AddRange(attachments.Check(id, file, threshold));
        return [.. ProfileChecks.Of(document.Profile!, publishing, today, WorkdayCalendar.Shipped, regions), .. DocumentChecks.Of(text, threshold), .. inFiles];
    }

    public async Task<FoundNow> Now(string id, Document document, CancellationToken cancellation)
    {
        var found = await Of(id, document, cancellation);
        return new(document.Version, Ids(found, FindingSeverity.Error), Ids(found, FindingSeverity.Warning));
    }

    private static ImmutableArray<string> Ids(ImmutableArray<DocumentFinding> found, FindingSeverity severity) =>
        [.. found.Where(finding => finding.Severity == severity).Select(finding => finding.Id)];
}
