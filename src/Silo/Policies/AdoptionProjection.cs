using System.Globalization;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Policies;

/// <summary>Which counties have adopted anything, and how long their streams are: what a process reads before it answers.</summary>
public sealed class AdoptionProjection(PolicyBook policies) : IProjection
{
    public const string ProjectionName = "adoptions";

    private const string StreamPrefix = "county/";

    private static readonly RowShape s_row = new("adoption_streams", ["county"], ["version"]);

    public string Name => ProjectionName;

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables => [new("adoption_streams", "county TEXT PRIMARY KEY, version BIGINT NOT NULL")];

    public bool Wants(StoredEvent stored) => stored.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal);

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var newest = events.Where(stored => stored.Stream.StartsWith(StreamPrefix, StringComparison.Ordinal))
            .GroupBy(stored => stored.Stream[StreamPrefix.Length..], StringComparer.Ordinal)
            .Select(county => (County: county.Key, Version: county.Max(stored => stored.Version))).ToList();
        foreach (var (county, version) in newest) await policies.Ensure(county, version, cancellation);
        if (newest.Count > 0) await batch.Upsert(s_row, [.. newest.Select(row => new object?[] { row.County, row.Version })], cancellation);
    }

    internal static long Version(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
