using System.Data.Common;
using System.Globalization;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Documents;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Documents;

/// <summary>Documents that the sender may see: one with its text and findings, a list, a year's numbers.</summary>
public sealed class DocumentFinder(IGrainFactory grains, IRegistryDatabase database, DocumentTexts texts, DocumentFindings findings, RegionBook regions, TimeProvider clock)
{
    private const string Columns =
        "document, region, title, index_number, document_number, issuer, topic, genre, made_on, COALESCE(first_published_on, published_on), stage, version";

    public async Task<(DocumentView? View, Enum? Refusal)> Find(string id, Sender by, CancellationToken cancellation)
    {
        var (document, refusal) = await Open(id, by);
        if (document is not { Profile: { } p, Text: { } text }) return (null, refusal);
        var body = new DocumentBody(
            document.Region, p.Title, p.IndexNumber, p.DocumentNumber, p.Issuer, p.Topic, p.Genre, p.MadeOn, p.PublishedOn, Terms.Code(p.Validity), p.Summary,
            await texts.Read(id, text, cancellation));
        return (new(id, body, RegionNames.Full(regions, document.Region), Terms.Code(document.Stage), Due(p.MadeOn), document.PublishedOn, document.EndedOn,
            document.Successor, document.Reason, document.RegisteredBy, document.ReviewedBy, document.Version,
            [.. document.Attachments.Select(file => new DocumentAttachmentView(file.Name, file.MediaType, file.Length, file.Sha256))]), null);
    }

    public async Task<(DocumentFindingsView? View, Enum? Refusal)> Findings(string id, Sender by, CancellationToken cancellation)
    {
        var (document, refusal) = await Open(id, by);
        if (document is null) return (null, refusal);
        var found = (await findings.Of(id, document, cancellation)).Select(finding => new DocumentFindingView(
            finding.Id, Terms.Code(finding.Kind), Terms.Code(finding.Severity), finding.Field, finding.Start, finding.Length, finding.Words,
            document.Decisions.GetValueOrDefault(finding.Id)?.Reason, FindingFigures.Proposed(document, finding, clock.ChinaToday()),
            FindingFigures.Stated(document.Decisions.GetValueOrDefault(finding.Id)),
            finding.Attachment is { } sha256 ? document.Attachments.FirstOrDefault(file => file.Sha256 == sha256)?.Name : null, finding.Excerpt)).ToList();
        var errors = found.Where(finding => finding.Severity == "error").ToList();
        return (new(id, document.Version, errors.Count, errors.Count(error => error.Decision is null), found, FindingFigures.Indicators), null);
    }

    public async Task<Page<DocumentLine>> Page(IReadOnlyList<string> within, string? stage, string after, int limit, CancellationToken cancellation)
    {
        var found = new List<DocumentLine>();
        var (sql, values) = ScopeFilter.Of(within, "region");
        await Select(
            $"{sql} AND document > @after{(stage is null ? "" : " AND stage = @stage")} ORDER BY document LIMIT {(limit + 1).ToString(CultureInfo.InvariantCulture)}",
            [.. values, ("after", after), .. stage is null ? [] : new (string, object?)[] { ("stage", stage) }], row => found.Add(Line(row)), cancellation);
        return found.Count > limit ? new(found[..limit], Cursor.Write(found[limit - 1].Id)) : new(found, null);
    }

    public async Task<DocumentYearView> Year(int year, IReadOnlyList<string> within, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var (published, ended, inForce, late, genres) = (0, 0, 0, 0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        var (sql, values) = ScopeFilter.Of(within, "region");
        await Select($"{sql} AND published_on IS NOT NULL", values, row =>
        {
            var (line, end) = (Line(row), Day(row, 12));
            var on = line.PublishedOn!.Value;
            if (on <= last && !(end <= last)) inForce++;
            if (end >= first && end <= last) ended++;
            if (on < first || on > last) return;
            published++;
            late += line.DueOn < on ? 1 : 0;
            genres[line.Genre] = genres.GetValueOrDefault(line.Genre) + 1;
        }, cancellation);
        return new(year, published, ended, inForce, late, [.. genres.Select(genre => new GenreCount(genre.Key, genre.Value))]);
    }

    /// <summary>Documents of which some decision names figures, whatever their stage.</summary>
    public async Task<IReadOnlyList<string>> WithFigures(CancellationToken cancellation)
    {
        var found = new List<string>();
        await Select("states = 1 ORDER BY document", [], row => found.Add(row.GetString(0)), cancellation);
        return found;
    }

    private async Task<(Document? Document, Enum? Refusal)> Open(string id, Sender by)
    {
        var document = await grains.GetGrain<IDocumentGrain>(id).Read();
        if (document.Version == 0) return (null, DocumentRefusal.DocumentUnknown);
        return by.Covers(document.Region) ? (document, null) : (null, AccessRefusal.ScopeElsewhere);
    }

    private async Task Select(string condition, (string Name, object? Value)[] values, Action<DbDataReader> each, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns}, ended_on FROM documents WHERE {condition}";
        foreach (var (name, value) in values) command.Add(name, value);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) each(reader);
    }

    private DocumentLine Line(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), RegionNames.Full(regions, row.GetString(1)), row.GetString(2), row.GetString(3), row.Text(4), row.GetString(5), row.GetString(6),
        row.GetString(7), Day(row, 8), Day(row, 9), Due(Day(row, 8)), row.GetString(10), row.GetInt64(11));

    private static DateOnly? Due(DateOnly? madeOn) => madeOn is { } made ? ProfileChecks.LastDay(made, WorkdayCalendar.Shipped).Value : null;

    private static DateOnly? Day(DbDataReader row, int column) =>
        row.Text(column) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
