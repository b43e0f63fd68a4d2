using System.Diagnostics;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Events;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.DisclosureRequests;

/// <summary>Which requests there are (申请台账): kinds and days alone. Each event writes the columns it knows; limits are computed when read.</summary>
public sealed class DisclosureRequestProjection : IProjection
{
    private const string Table = "disclosure_requests";

    private static readonly ProjectionTable s_requests = new(
        Table,
        "request TEXT PRIMARY KEY, region TEXT, applicant TEXT, channel TEXT, received_on TEXT, stage TEXT, accepted_on TEXT, supplement_asked_on TEXT, supplemented_on TEXT, "
        + "consulted_from TEXT, consulted_until TEXT, extended_on TEXT, answer TEXT, ended_on TEXT, version BIGINT",
        "region, received_on, request");

    private static readonly RowShape s_stage = Shape("stage", "version");
    private static readonly RowShape s_received = Shape("region", "applicant", "channel", "received_on");
    private static readonly RowShape s_ended = Shape("answer", "ended_on");

    // One day each.
    private static readonly RowShape s_accepted = Shape("accepted_on"), s_asked = Shape("supplement_asked_on"), s_supplemented = Shape("supplemented_on"),
        s_from = Shape("consulted_from"), s_until = Shape("consulted_until"), s_extended = Shape("extended_on");

    public string Name => "disclosure-requests";

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables => [s_requests];

    public bool Wants(StoredEvent stored) => EventCatalog.Is<DisclosureRequestEvent>(stored.Type);

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        var rows = new Dictionary<(RowShape Shape, string Request), object?[]>();
        foreach (var stored in events)
        {
            var (id, happened) = (stored.Stream["disclosure-request/".Length..], Read(stored));
            var on = PersonFields.Day(happened.On);
            var (shape, values) = Columns(happened, on);
            rows[(shape, id)] = [id, .. values];
            rows[(s_stage, id)] = [id, Stage(happened), stored.Version];
        }
        foreach (var shape in rows.GroupBy(row => row.Key.Shape)) await batch.Upsert(shape.Key, [.. shape.Select(row => row.Value)], cancellation);
    }

    private static (RowShape Shape, object?[] Values) Columns(DisclosureRequestEvent happened, string on) => happened switch
    {
        RequestReceived e => (s_received, [e.Region, Terms.Code(e.Applicant), Terms.Code(e.Channel), on]),
        RequestAccepted => (s_accepted, [on]),
        SupplementAsked => (s_asked, [on]),
        SupplementReceived => (s_supplemented, [on]),
        ConsultationBegun => (s_from, [on]),
        ConsultationEnded => (s_until, [on]),
        RequestExtended => (s_extended, [on]),
        RequestAnswered e => (s_ended, [Terms.Code(e.Kind), on]),
        RequestWithdrawn => (s_ended, [DisclosureRequestTerms.Withdrawn, on]),
        _ => throw new UnreachableException($"No list of requests was taught {happened.GetType().Name}."),
    };

    // Whether a running one is accepted, its own column says.
    private static string Stage(DisclosureRequestEvent happened) => Terms.Code(happened switch
    {
        SupplementAsked => RequestStage.Supplementing,
        ConsultationBegun => RequestStage.Consulting,
        RequestAnswered => RequestStage.Answered,
        RequestWithdrawn => RequestStage.Withdrawn,
        _ => RequestStage.Received,
    });

    private static RowShape Shape(params string[] columns) => new(Table, ["request"], columns);

    private static DisclosureRequestEvent Read(StoredEvent stored)
    {
        try
        {
            return EventCatalog.Read<DisclosureRequestEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        }
        catch (EventUnreadableException unreadable)
        {
            throw PoisonEventException.Of(stored, unreadable);
        }
    }
}
