using Revitalization.Domain.Events;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Imports;

/// <summary>Which imports and column mappings there are. Their content is asked of their grains.</summary>
public sealed class ImportProjection : IProjection
{
    private static readonly ProjectionTable Imports = new(
        "imports", "import TEXT PRIMARY KEY, region TEXT NOT NULL, kind TEXT NOT NULL, received_seq BIGINT NOT NULL", "received_seq");

    private static readonly ProjectionTable Mappings = new(
        "column_mappings", "mapping TEXT PRIMARY KEY, region TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL");

    private static readonly RowShape ImportRow = new("imports", ["import"], ["region", "kind", "received_seq"]);

    private static readonly RowShape MappingRow = new("column_mappings", ["mapping"], ["region", "kind", "source"]);

    public string Name => "imports";

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables => [Imports, Mappings];

    public bool Wants(StoredEvent stored) => EventCatalog.Is<ImportEvent>(stored.Type) || EventCatalog.Is<ColumnMappingEvent>(stored.Type);

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        foreach (var stored in events)
        {
            if (EventCatalog.Is<ImportEvent>(stored.Type)) await Apply(stored, Read<ImportEvent>(stored), batch, cancellation);
            else if (EventCatalog.Is<ColumnMappingEvent>(stored.Type)) await Apply(stored, Read<ColumnMappingEvent>(stored), batch, cancellation);
        }
    }

    private static Task Apply(StoredEvent stored, ImportEvent happened, ProjectionBatch batch, CancellationToken cancellation) => happened switch
    {
        ImportReceived e => batch.Upsert(ImportRow, [[stored.Stream["import/".Length..], e.Region, e.Kind, stored.Seq]], cancellation),
        ImportStarted or ImportAdvanced or ImportCompleted or ImportCancelled or ImportInterrupted or ImportResumed or ImportFailed or ImportFilesDeleted => Task.CompletedTask,
        _ => throw new System.Diagnostics.UnreachableException($"No list of imports was taught {happened.GetType().Name}."),
    };

    private static Task Apply(StoredEvent stored, ColumnMappingEvent happened, ProjectionBatch batch, CancellationToken cancellation) => happened switch
    {
        ColumnMappingSaved e => batch.Upsert(MappingRow, [[stored.Stream, e.Region, e.Kind, e.Source]], cancellation),
        ColumnMappingRemoved => batch.Delete("column_mappings", "mapping", [stored.Stream], cancellation),
        _ => throw new System.Diagnostics.UnreachableException($"No list of mappings was taught {happened.GetType().Name}."),
    };

    private static TEvent Read<TEvent>(StoredEvent stored) where TEvent : class
    {
        try
        {
            return EventCatalog.Read<TEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
