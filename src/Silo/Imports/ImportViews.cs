using Revitalization.Contracts.Imports;
using Revitalization.Contracts.Refusals;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Imports;
using Revitalization.Domain.Text;

namespace Revitalization.Silo.Imports;

/// <summary>An import as the outside sees it.</summary>
internal sealed class ImportViews(RefusalCatalog refusals, TimeProvider clock)
{
    public ImportProgress Of(string id, Import import)
    {
        var (received, tally) = (import.Received!, import.Tally);
        return new ImportProgress(
            id, received.Kind, received.Region, received.Source, import.State, received.Format, received.Encoding,
            tally.RowsRead, tally.Committed, tally.Unchanged, tally.Refused, tally.Duplicates, PerSecond(import),
            received.UploadedBy, China(received.At), China(import.StartedAt), China(import.FinishedAt),
            received.DeleteFilesOn, import.FilesDeleted, received.UnknownColumns,
            [.. tally.Cleanings.Select(line => new CleaningCount(line.Name, line.Detail, Enum.Parse<TextCleaning>(line.Detail).Title(), line.Count))],
            [.. tally.Reasons.Select(line => new ReasonCount(line.Name, refusals[line.Name].Title, line.Count))],
            import.ProblemCode is { } code ? new ImportProblem(code, refusals[code].Title, import.ProblemDetail ?? refusals[code].Remedy) : null);
    }

    private static DateTimeOffset China(DateTimeOffset moment) => moment.ToOffset(ChinaCalendar.Offset);

    private static DateTimeOffset? China(DateTimeOffset? moment) => moment?.ToOffset(ChinaCalendar.Offset);

    private double PerSecond(Import import)
    {
        if (import.StartedAt is not { } started) return 0;
        var seconds = ((import.FinishedAt ?? clock.GetUtcNow()) - started).TotalSeconds;
        return seconds <= 0 ? 0 : Math.Round((import.Tally.RowsRead - import.RowsAtStart) / seconds, 1);
    }
}
