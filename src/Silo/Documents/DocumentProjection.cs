using System.Diagnostics;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Events;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Documents;

/// <summary>
/// Which documents there are (公开文件清单). Each event writes the columns it knows: what is registered, its stage, the days. So the
/// order in which a batch writes its three kinds of column does not matter, and the last of each kind wins.
/// </summary>
public sealed class DocumentProjection : IProjection
{
    private static readonly ProjectionTable s_documents = new(
        "documents",
        "document TEXT PRIMARY KEY, region TEXT, title TEXT, index_number TEXT, document_number TEXT, issuer TEXT, topic TEXT, genre TEXT, made_on TEXT, "
        + "first_published_on TEXT, stage TEXT, version BIGINT, published_on TEXT, ended_on TEXT, states BIGINT",
        "region, document");

    // What the public sees changes by these alone; portals are told in this order.
    private static readonly ProjectionTable s_actsTable = new("document_acts", "seq BIGINT PRIMARY KEY, document TEXT");

    private static readonly RowShape s_act = new("document_acts", ["seq"], ["document"]);
    private static readonly RowShape s_profile = new(
        "documents", ["document"], ["region", "title", "index_number", "document_number", "issuer", "topic", "genre", "made_on", "first_published_on"]);
    private static readonly RowShape s_stage = new("documents", ["document"], ["stage", "version"]);
    private static readonly RowShape s_published = new("documents", ["document"], ["published_on"]);

    // That some decision of it ever named figures: those that do are few, and read one by one.
    private static readonly RowShape s_states = new("documents", ["document"], ["states"]);
    private static readonly RowShape s_ended = new("documents", ["document"], ["ended_on"]);

    public const string ProjectionName = "documents";

    public string Name => ProjectionName;

    public int SchemaVersion => 3;

    public IReadOnlyList<ProjectionTable> Tables => [s_documents, s_actsTable];

    public bool Wants(StoredEvent stored) => EventCatalog.Is<DocumentEvent>(stored.Type);

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var (rows, acts) = (new Dictionary<(RowShape Shape, string Document), object?[]>(), new List<object?[]>());
        foreach (var stored in events)
        {
            var (id, happened) = (stored.Stream["document/".Length..], Read(stored));
            if (happened is DocumentPublished or DocumentReplaced or DocumentRepealed) acts.Add([stored.Seq, id]);
            rows[(s_stage, id)] = [id, Terms.Code(Stage(happened)), stored.Version];
            switch (happened)
            {
                case DocumentRegistered { Profile: var p } e:
                    rows[(s_profile, id)] = [id, e.Region, p.Title, p.IndexNumber, p.DocumentNumber, p.Issuer, p.Topic, p.Genre, Day(p.MadeOn), Day(p.PublishedOn)];
                    break;
                case DocumentReviewed e when e.Decisions.Any(decision => decision.Stated.Any()):
                    rows[(s_states, id)] = [id, 1L];
                    break;
                case DocumentPublished e:
                    rows[(s_published, id)] = [id, Day(e.On)];
                    break;
                case DocumentReplaced e:
                    rows[(s_ended, id)] = [id, Day(e.On)];
                    break;
                case DocumentRepealed e:
                    rows[(s_ended, id)] = [id, Day(e.On)];
                    break;
            }
        }
        foreach (var shape in rows.GroupBy(row => row.Key.Shape)) await batch.Upsert(shape.Key, [.. shape.Select(row => row.Value)], cancellation);
        await batch.Upsert(s_act, acts, cancellation);
    }

    private static DocumentStage Stage(DocumentEvent happened) => happened switch
    {
        DocumentRegistered or DocumentAttached or DocumentDetached => DocumentStage.Registered,
        DocumentReviewed => DocumentStage.Reviewed,
        DocumentReturned => DocumentStage.Returned,
        DocumentPublished => DocumentStage.Published,
        DocumentReplaced => DocumentStage.Replaced,
        DocumentRepealed => DocumentStage.Repealed,
        _ => throw new UnreachableException($"No list of documents was taught {happened.GetType().Name}."),
    };

    private static string? Day(DateOnly? day) => day is { } known ? PersonFields.Day(known) : null;

    private static DocumentEvent Read(StoredEvent stored)
    {
        try
        {
            return EventCatalog.Read<DocumentEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
