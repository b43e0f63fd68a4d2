using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Events;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>Which partnership checked which period, and how far its plan was done: what a rank and a list of what is due need. The rest is read from the check itself.</summary>
public sealed class AidCheckProjection : IProjection
{
    private static readonly ProjectionTable s_checks = new(
        "aid_checks",
        """
        partnership TEXT NOT NULL, period TEXT NOT NULL, recipient TEXT NOT NULL, last_day TEXT NOT NULL, taken_on TEXT NOT NULL, done_basis_points BIGINT,
        PRIMARY KEY (partnership, period)
        """,
        "period", "last_day");

    private static readonly RowShape s_row = new("aid_checks", ["partnership", "period"], ["recipient", "last_day", "taken_on", "done_basis_points"]);

    public string Name => "aid-checks";

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables => [s_checks];

    public bool Wants(StoredEvent stored) => EventCatalog.Is<AidCheckEvent>(stored.Type);

    public Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var rows = new List<object?[]>();
        foreach (var stored in events)
        {
            if (AidProjection.Read<AidCheckEvent>(stored) is not AidCheckTaken e) continue; // A finding moves no rank.
            rows.Add([e.Partnership, e.Period, e.Recipient, PersonFields.Day(CheckPeriod.Read(e.Period)!.Value.LastDay), PersonFields.Day(e.On), (long?)e.Figures.DoneBasisPoints()]);
        }
        return batch.Upsert(s_row, rows, cancellation);
    }
}
