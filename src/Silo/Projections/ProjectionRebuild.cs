using System.Data.Common;
using Microsoft.Extensions.Logging;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Projections;

/// <summary>
/// Builds a projection from zero into shadow tables while the old ones serve and move on, then puts them in their place in one
/// transaction. Its own checkpoint lets a killed rebuild go on where it was.
/// </summary>
public sealed partial class ProjectionRebuild(IEventLog log, IRegistryDatabase database, ILogger<ProjectionRebuild> logger)
{
    public async Task Run(Projector projector, CancellationToken cancellation)
    {
        var projection = projector.Projection;
        var position = await Begin(projection, cancellation);
        while (true)
        {
            var events = await log.Read(position, Projector.BatchEvents, cancellation);
            if (events.Count > 0) position = await Write(projection, position, events, cancellation);
            else if (await TrySwap(projector, position, cancellation)) break;
        }
        Rebuilt(logger, projection.Name, position);
    }

    private static string ShadowName(IProjection projection) => projection.Name + ProjectionTables.ShadowSuffix;

    private async Task<long> Begin(IProjection projection, CancellationToken cancellation)
    {
        await using var connection = await database.OpenWriter(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var stored = await Checkpoints.Find(connection, transaction, ShadowName(projection), cancellation);
        if (stored?.SchemaVersion == projection.SchemaVersion) return stored.Position;

        await ProjectionTables.Drop(projection, shadow: true, connection, transaction, cancellation);
        await ProjectionTables.Create(projection, shadow: true, database.BlobType, connection, transaction, cancellation);
        await Checkpoints.Save(connection, transaction, new(ShadowName(projection), projection.SchemaVersion, 0, null), cancellation);
        await transaction.CommitAsync(cancellation);
        return 0;
    }

    private async Task<long> Write(
        IProjection projection, long from, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        await using var connection = await database.OpenWriter(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var stored = await Checkpoints.Find(connection, transaction, ShadowName(projection), cancellation);
        if (stored is null || stored.Position != from) return stored?.Position ?? from;

        var batch = new ProjectionBatch(connection, transaction, ProjectionTables.ShadowSuffix, database);
        if (events.Where(projection.Wants).ToList() is { Count: > 0 } wanted) await projection.Apply(wanted, batch, cancellation);
        var to = events[^1].Seq;
        await Checkpoints.Save(connection, transaction, stored with { Position = to }, cancellation);
        await transaction.CommitAsync(cancellation);
        return to;
    }

    // Only when the shadow is at least as far as what serves: nobody's own write may vanish from view.
    private async Task<bool> TrySwap(Projector projector, long position, CancellationToken cancellation)
    {
        var projection = projector.Projection;
        await using var connection = await database.OpenWriter(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var serving = await Checkpoints.Find(connection, transaction, projection.Name, cancellation);
        if (serving is not null && serving.Position > position) return false;

        await ProjectionTables.Swap(projection, connection, transaction, cancellation);
        await Checkpoints.Save(connection, transaction, new(projection.Name, projection.SchemaVersion, position, null), cancellation);
        await Checkpoints.Delete(connection, transaction, ShadowName(projection), cancellation);
        await transaction.CommitAsync(cancellation);
        projector.Swapped(position);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "Projection {Projection} rebuilt up to {Position} and now serves.")]
    private static partial void Rebuilt(ILogger logger, string projection, long position);
}
