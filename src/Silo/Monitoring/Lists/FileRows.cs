using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <param name="RegisteredAs">Code of the kind under which the register lists it as monitored; null where it does not.</param>
internal sealed record PlaceNow(string Village, string? RegisteredAs);

/// <summary>
/// The rows that follow from files, their villages and their counties' packs; written in few statements. Colours and limits that an act did
/// not move stay as they stand: of a visit, often all of them.
/// </summary>
internal sealed class FileRows(PolicyBook policies)
{
    private readonly Dictionary<string, CountyPacks> _packs = new(StringComparer.Ordinal);
    private readonly List<object?[]> _files = [];
    private readonly RowsAnew _colours = new("monitoring_colours", MonitoringTables.ColourRow);
    private readonly RowsAnew _deadlines = new("deadlines", MonitoringTables.DeadlineRow);
    private readonly RowsAnew _differences = new("monitoring_differences", MonitoringTables.DifferenceRow);

    /// <param name="place">Null of a household that the register does not know.</param>
    /// <param name="state">Null of one that has no file.</param>
    /// <param name="before">The state that the rows in the tables follow from, in the same place; null where that is not known.</param>
    public void Add(string household, PlaceNow? place, FileState? state, FileState? before)
    {
        if (before is null || !DiffersAlike(before, state)) _differences.Add(household, Difference(household, place, state));
        if (state is not null) AddFile(household, place?.Village ?? "", state, before);
    }

    private static bool DiffersAlike(FileState before, FileState? state) => before.File.Admission == state?.File.Admission && before.File.Step == state?.File.Step;

    private static List<object?[]> Difference(string household, PlaceNow? place, FileState? state)
    {
        var (registered, filed) = (place?.RegisteredAs, state?.File.Admission is { } admission ? Terms.Code(admission.Kind) : null);
        if (registered == filed) return [];
        var difference = registered is null ? "not-registered" : filed is null ? "no-file" : "kind";
        return [[household, place?.Village ?? "", difference, registered, filed, state is null ? null : Terms.Code(state.File.Step)]];
    }

    private void AddFile(string household, string village, FileState state, FileState? before)
    {
        var packs = Packs(PolicyBook.CountyOf(village));
        var now = FileLimits.Of(state, packs);
        var then = before is null ? null : FileLimits.Of(before, packs);
        _files.Add([.. FileRow(household, village, state.File, now.Next), FileCard.Write(state.File, now.Next, now.Colours, now.Wanted)]);
        if (then is null || !now.Colours.SequenceEqual(then.Colours)) _colours.Add(household, now.ColourRows(household, village));
        if (then is null || !now.HasLimitsOf(then)) _deadlines.Add(household, now.DeadlineRows(household, village));
    }

    public const string CadreKind = "cadre-wanted";

    public async Task Write(ProjectionBatch batch, CancellationToken cancellation)
    {
        await _differences.Write(batch, cancellation);
        await _colours.Write(batch, cancellation);
        await _deadlines.Write(batch, cancellation);
        await batch.Upsert(MonitoringTables.FileRow, _files, cancellation);
    }

    private CountyPacks Packs(string county)
    {
        if (!_packs.TryGetValue(county, out var packs)) _packs[county] = packs = new(policies, county);
        return packs;
    }

    private static object?[] FileRow(string household, string village, MonitoringFile file, MonitoringDeadline? next) =>
    [
        household, village, file.Step == MonitoringStep.Idle ? 0L : 1L, Terms.Code(file.Step), Day(file.Since),
        file.Admission is { } admission ? Terms.Code(admission.Kind) : null, Day(file.Admission?.On), Day(file.Finding?.AssessedOn), Day(file.Finding?.ExpectedClearOn),
        (long)file.Round, file.Cadre?.Account, (long?)file.Cadre?.Rank, file.Verifier,
        file.Visits.IsEmpty ? null : Day(file.Visits.Max(visit => visit.On)), file.Measures.LongCount(measure => measure.CompletedOn is null),
        next?.Kind, Day(next?.DueOn), Day(file.ClearedOn), Day(file.ClosedOn), file.Version, file.Proposed == MonitoredKind.None ? null : Terms.Code(file.Proposed),
    ];

    private static string? Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : null;
}
