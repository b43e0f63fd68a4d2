using System.Diagnostics;
using Revitalization.Domain.Audit;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Events;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Audit;

/// <summary>Who read whose record, by county and day, so that its officers can ask. Ids only; what was searched for was never stored.</summary>
public sealed class AuditReadProjection : IProjection
{
    /// <summary>Ordered by day, then position: a page of a county is a range of its index.</summary>
    public static readonly ProjectionTable Reads = new(
        "audit_reads",
        """
        seq BIGINT PRIMARY KEY, day TEXT NOT NULL, at TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL, household TEXT, county TEXT NOT NULL,
        region TEXT NOT NULL, purpose TEXT, search_by TEXT, found BIGINT
        """,
        "county, day, seq", "household, day, seq", "account, day, seq", "day, seq");

    private static readonly RowShape s_row = new(
        "audit_reads", ["seq"], ["day", "at", "account", "kind", "household", "county", "region", "purpose", "search_by", "found"]);

    public string Name => "audit-reads";

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables => [Reads];

    public bool Wants(StoredEvent stored) => EventCatalog.Is<AuditEvent>(stored.Type);

    public Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation) =>
        batch.Upsert(s_row, [.. events.Select(Row).OfType<object?[]>()], cancellation);

    private static object?[]? Row(StoredEvent stored) => Read(stored) switch
    {
        PersonalDataRead e => Row(stored, "read", e.Household, e.Region, e.Purpose, null, null),
        PersonalDataSearched e => Row(stored, "search", null, e.Region, null, e.By, e.Found),
        ProvinceFiguresRead e => Row(stored, "province", null, null, e.Address, null, null),
        PersonErased => null, // An act in the household's history, not a read.
        var other => throw new UnreachableException($"No audit row for {other.GetType().Name}."),
    };

    private static object?[] Row(StoredEvent stored, string kind, string? household, string? region, string? purpose, string? by, int? found) =>
    [
        stored.Seq, PersonFields.Day(DateOnly.FromDateTime(stored.At.ToOffset(ChinaCalendar.Offset).DateTime)), Instant(stored.At), stored.Actor, kind, household,
        region is { Length: >= 6 } ? region[..6] : "", region ?? "", purpose, by, (long?)found,
    ];

    private static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static AuditEvent Read(StoredEvent stored)
    {
        try
        {
            return EventCatalog.Read<AuditEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
