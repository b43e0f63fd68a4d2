using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Projections;

/// <summary>A table that one projection owns (投影表). Indexes are named after it, so that a shadow can be built beside it.</summary>
/// <param name="Columns">The inside of <c>CREATE TABLE</c>; <c>{blob}</c> stands for the database's blob type.</param>
/// <param name="Indexes">Column lists, such as <c>village_code, id</c>.</param>
public sealed record ProjectionTable(string Name, string Columns, params IReadOnlyList<string> Indexes);

/// <summary>
/// Folds the log into tables of its own. Keeps nothing between batches, so a batch that failed can simply be run again.
/// </summary>
public interface IProjection
{
    string Name { get; }

    /// <summary>Raise it when rows of the same events come out differently: the tables are then rebuilt from zero.</summary>
    int SchemaVersion { get; }

    IReadOnlyList<ProjectionTable> Tables { get; }

    /// <summary>False of an event that means nothing here whatever it holds: batches of such events cost no transaction.</summary>
    bool Wants(StoredEvent stored) => true;

    /// <summary>
    /// Writes what these events (all of them wanted) mean, in the caller's transaction. Throws <see cref="PoisonEventException"/> on an event it
    /// cannot take: the projector then stops and says so; it never skips.
    /// </summary>
    Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation);
}

/// <summary>An event that a projection was never taught, or whose data it cannot read.</summary>
public sealed class PoisonEventException(string message, Exception? cause = null) : Exception(message, cause)
{
    public long Seq { get; private init; }

    public static PoisonEventException Of(StoredEvent stored, Exception cause) =>
        new($"Event {stored.Seq} ({stored.Type} v{stored.SchemaVersion}) cannot be projected: {cause.GetType().Name}", cause) { Seq = stored.Seq };
}
