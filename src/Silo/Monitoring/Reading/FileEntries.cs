using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Monitoring.Reading;

/// <summary>The lists of a file as its reader sees them: what the state no longer needs comes from the events.</summary>
internal static class FileEntries
{
    public static List<ClueView> Clues(MonitoringFile file, IReadOnlyList<RecordedEvent> events, OpenedTexts texts) =>
    [
        .. events.Select(recorded => recorded.Event).OfType<ClueReported>().Select(clue => new ClueView(
            clue.ClueId, clue.On, Terms.Code(clue.Origin), Terms.Code(clue.Risk), texts.Open(clue), clue.Evidence,
            file.Clue(clue.ClueId)?.Settled ?? false, file.WasWithdrawn("clue", clue.ClueId))),
    ];

    public static List<MeasureView> Measures(MonitoringFile file, IReadOnlyList<RecordedEvent> events, OpenedTexts texts)
    {
        var results = events.Select(recorded => recorded.Event).OfType<MeasureCompleted>().GroupBy(done => done.MeasureId, StringComparer.Ordinal)
            .ToDictionary(done => done.Key, done => done.Last(), StringComparer.Ordinal);
        return
        [
            .. file.Measures.Select(measure =>
            {
                var done = measure.CompletedOn is null ? null : results.GetValueOrDefault(measure.Id);
                return new MeasureView(
                    measure.Id, measure.Kind, measure.Member, measure.AmountFen, measure.Quantity, measure.Unit, measure.Cadre, measure.PlannedOn, measure.DueOn,
                    measure.CompletedOn, done is null ? null : texts.Open(done), done is null ? [] : done.Evidence);
            }),
        ];
    }

    public static List<VisitView> Visits(MonitoringFile file, IReadOnlyList<RecordedEvent> events, OpenedTexts texts) =>
    [
        .. events.Select(recorded => recorded.Event).OfType<VisitRecorded>().Where(visit => file.Visit(visit.VisitId) is not null).Select(visit =>
            new VisitView(visit.VisitId, visit.On, visit.By, MonitoringCodes.Codes(visit.Needs), texts.Open(visit), visit.Evidence)),
    ];

    public static NoticeView? Notice(MonitoringFile file, IReadOnlyList<RecordedEvent> events, OpenedTexts texts)
    {
        if (file.Notice is not { } notice) return null;
        var posted = events.Select(recorded => recorded.Event).OfType<NoticePosted>().Last();
        return new(
            notice.Id, notice.PostedOn, posted.Place, posted.ProofHash, NoticeClock.LastDay(notice), [.. notice.Objections.Select(objection => Objection(objection, events, texts))]);
    }

    public static List<TimelineEntry> Timeline(IReadOnlyList<RecordedEvent> events, OpenedTexts texts) =>
    [
        .. events.Select(recorded => new TimelineEntry(
            recorded.Stored.Version, recorded.Stored.Type, EventTitles.Of(recorded.Stored.Type), recorded.Event.On,
            recorded.Stored.At.ToOffset(ChinaCalendar.Offset), recorded.Stored.Actor, texts.Open(recorded.Event), OpenedTexts.Evidence(recorded.Event))),
    ];

    // An id may come again in a later round: the last of each counts.
    private static ObjectionView Objection(Objection objection, IReadOnlyList<RecordedEvent> events, OpenedTexts texts)
    {
        var raised = events.Select(recorded => recorded.Event).OfType<ObjectionRaised>().Last(each => each.ObjectionId == objection.Id);
        var settled = objection.SettledOn is null ? null
            : events.Select(recorded => recorded.Event).OfType<ObjectionSettled>().Last(each => each.ObjectionId == objection.Id);
        return new(
            objection.Id, objection.RaisedOn, texts.Open(raised), objection.SettledOn, settled?.Upheld, settled is null ? null : texts.Open(settled));
    }
}
