using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Events;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>
/// Which partnership checked which period, and how far its plan was done: what a rank and a list of what is due need; and what was found and is
/// not closed, for the inbox. The rest is read from the check itself.
/// </summary>
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

    private static readonly ProjectionTable s_findings = new(
        "aid_findings",
        """
        partnership TEXT NOT NULL, period TEXT NOT NULL, finding TEXT NOT NULL, text TEXT NOT NULL, due_on TEXT NOT NULL, state TEXT NOT NULL,
        PRIMARY KEY (partnership, period, finding)
        """,
        "state, partnership, due_on");

    private static readonly RowShape s_finding = new("aid_findings", ["partnership", "period", "finding"], ["text", "due_on", "state"]);

    public string Name => "aid-checks";

    public int SchemaVersion => 2;

    public IReadOnlyList<ProjectionTable> Tables => [s_checks, s_findings];

    public bool Wants(StoredEvent stored) => EventCatalog.Is<AidCheckEvent>(stored.Type);

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var (checks, findings) = (new List<object?[]>(), new Dictionary<FindingKey, object?[]>());
        foreach (var stored in events)
        {
            var happened = AidProjection.Read<AidCheckEvent>(stored);
            if (happened is AidCheckTaken e)
                checks.Add([e.Partnership, e.Period, e.Recipient, PersonFields.Day(CheckPeriod.Read(e.Period)!.Value.LastDay), PersonFields.Day(e.On), (long?)e.Figures.DoneBasisPoints()]);
            else
                await Move(happened, stored.Stream.Split('/'), findings, batch, cancellation); // A finding moves no rank.
        }
        await batch.Upsert(s_row, checks, cancellation);
        await batch.Upsert(s_finding, [.. findings.Values], cancellation);
    }

    private static Task Move(AidCheckEvent happened, string[] stream, Dictionary<FindingKey, object?[]> found, ProjectionBatch batch, CancellationToken cancellation)
    {
        var (finding, state) = happened switch
        {
            FindingRaised e => (e.Finding, Open),
            FindingSentBack e => (e.Finding, Open),
            FindingRectified e => (e.Finding, "rectified"),
            FindingClosed e => (e.Finding, "closed"),
            var other => throw new System.Diagnostics.UnreachableException($"No row for {other.GetType().Name}."),
        };
        var key = new FindingKey(stream[1], stream[2], finding);
        if (happened is FindingRaised raised) found[key] = [key.Partnership, key.Period, finding, raised.Text, PersonFields.Day(raised.DueOn), state];
        else if (found.TryGetValue(key, out var row)) row[^1] = state;
        else
        {
            return batch.Connection.Execute(
                batch.Transaction, $"UPDATE {batch.Table("aid_findings")} SET state=@state WHERE partnership=@partnership AND period=@period AND finding=@finding", cancellation,
                ("state", state), ("partnership", key.Partnership), ("period", key.Period), ("finding", finding));
        }
        return Task.CompletedTask;
    }

    private const string Open = "open";

    private readonly record struct FindingKey(string Partnership, string Period, string Finding);
}
