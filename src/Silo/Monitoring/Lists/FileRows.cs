using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;

namespace Revitalization.Silo.Monitoring.Lists;

/// <param name="RegisteredAs">Code of the kind under which the register lists it as monitored; null where it does not.</param>
internal sealed record PlaceNow(string Village, string? RegisteredAs);

/// <summary>The rows that follow from files, their villages and their counties' packs; written in few statements.</summary>
internal sealed class FileRows(PolicyBook policies)
{
    private readonly Dictionary<string, CountyPacks> _packs = new(StringComparer.Ordinal);
    private readonly List<object?[]> _files = [];
    private readonly List<object?[]> _colours = [];
    private readonly List<object?[]> _deadlines = [];
    private readonly List<string> _compared = [];
    private readonly List<object?[]> _differences = [];

    /// <param name="place">Null of a household that the register does not know.</param>
    /// <param name="state">Null of one that has no file.</param>
    public void Add(string household, PlaceNow? place, FileState? state)
    {
        Compare(household, place, state);
        if (state is not null) AddFile(household, place?.Village ?? "", state);
    }

    private void Compare(string household, PlaceNow? place, FileState? state)
    {
        _compared.Add(household);
        var (registered, filed) = (place?.RegisteredAs, state?.File.Admission is { } admission ? Terms.Code(admission.Kind) : null);
        if (registered == filed) return;
        var difference = registered is null ? "not-registered" : filed is null ? "no-file" : "kind";
        _differences.Add([household, place?.Village ?? "", difference, registered, filed, state is null ? null : Terms.Code(state.File.Step)]);
    }

    private void AddFile(string household, string village, FileState state)
    {
        var packs = Packs(PolicyBook.CountyOf(village));
        var shard = (long)Shards.Of(household);
        var spans = ColourTimeline.Of(state.File, state.Forecasts, packs.On, packs.Turns);
        var limits = MonitoringDeadlines.Of(state.File, packs.On, WorkdayCalendar.Shipped);
        var next = limits.MinBy(limit => (limit.DueOn, limit.Kind, limit.Subject));
        var wanted = CadreWanted.Of(spans, state.File.Cadre?.Rank);
        _files.Add([.. FileRow(household, village, state.File, next), FileCard.Write(state.File, next, spans, wanted)]);
        _colours.AddRange(spans.Select((span, at) => new object?[]
        {
            household, Day(span.From), Day(span.Until), village, shard, at > 0 ? 1L : 0L, span.Colour.Id, span.Colour.Name, (long)span.Colour.Severity,
        }));
        _deadlines.AddRange(limits.Select(limit => new object?[]
        {
            household, limit.Kind, limit.Subject, Day(limit.DueOn), MonitoringTables.LastDay, village, shard, Day(limit.StartedOn),
            limit.IsProvisional ? 1L : 0L, limit.Rule, Assignee(state.File, limit),
        }));
        _deadlines.AddRange(wanted.Select(each => new object?[]
        {
            household, CadreKind, Terms.Code(each.Rank), Day(each.From), Day(each.Until), village, shard, Day(each.From), 0L, ColourRule, null,
        }));
    }

    public const string CadreKind = "cadre-wanted";

    private const string ColourRule = "monitoring.colour.elapsed";

    public async Task Write(ProjectionBatch batch, CancellationToken cancellation)
    {
        await batch.Delete("monitoring_differences", "household", _compared, cancellation);
        await batch.Upsert(MonitoringTables.DifferenceRow, _differences, cancellation);
        string[] households = [.. _files.Select(row => (string)row[0]!)];
        await batch.Delete("monitoring_colours", "household", households, cancellation);
        await batch.Delete("deadlines", "household", households, cancellation);
        await batch.Upsert(MonitoringTables.FileRow, _files, cancellation);
        await batch.Upsert(MonitoringTables.ColourRow, _colours, cancellation);
        await batch.Upsert(MonitoringTables.DeadlineRow, _deadlines, cancellation);
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

    /// <summary>Whose task it is by name; null where it is the office's.</summary>
    private static string? Assignee(MonitoringFile file, MonitoringDeadline limit) => limit.Kind switch
    {
        DeadlineKinds.Verification => file.Verifier,
        DeadlineKinds.Visit or DeadlineKinds.FirstMeasure or DeadlineKinds.IncomeTarget => file.Cadre?.Account,
        DeadlineKinds.Measure => file.Measure(limit.Subject)?.Cadre,
        _ => null,
    };

    private static string? Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : null;
}
