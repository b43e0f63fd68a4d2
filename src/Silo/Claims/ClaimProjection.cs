using System.Diagnostics;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Events;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Claims;

/// <summary>Which claims there are. The figure is kept as it was put; what comes of checking it is computed where it is shown.</summary>
public sealed class ClaimProjection : IProjection
{
    private static readonly ProjectionTable s_claims = new(
        "claims", "county TEXT NOT NULL, claim TEXT NOT NULL, stated_on TEXT NOT NULL, version BIGINT NOT NULL, figure {blob} NOT NULL, PRIMARY KEY (county, claim)");

    private static readonly RowShape s_row = new("claims", ["county", "claim"], ["stated_on", "version", "figure"]);

    public string Name => "claims";

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables => [s_claims];

    public bool Wants(StoredEvent stored) => EventCatalog.Is<ClaimEvent>(stored.Type);

    public Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var stored in events)
        {
            var (county, claim) = Key(stored.Stream);
            rows[stored.Stream] = Read(stored) switch
            {
                ClaimPut e => [county, claim, Privacy.PersonFields.Day(e.On), stored.Version, EventCatalog.WriteAny(e).Data.ToArray()],
                var happened => throw new UnreachableException($"No list of claims was taught {happened.GetType().Name}."),
            };
        }
        return batch.Upsert(s_row, [.. rows.Values], cancellation);
    }

    private static (string County, string Claim) Key(string stream) => stream.Split('/') is [_, var county, var claim]
        ? (county, claim)
        : throw new InvalidOperationException($"{stream} is no claim's stream.");

    private static ClaimEvent Read(StoredEvent stored)
    {
        try
        {
            return EventCatalog.Read<ClaimEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
