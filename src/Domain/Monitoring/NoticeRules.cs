using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Monitoring;

/// <summary>The public notice (公示), of an admission and of a clearing alike.</summary>
public static partial class MonitoringRules
{
    private static Decision<MonitoringEvent> Post(MonitoringFile file, PostNotice c, MonitoringContext context)
    {
        if (file.Step is not (MonitoringStep.Notice or MonitoringStep.ClearingNotice)) return MonitoringRefusal.StepOutOfOrder.On();
        if (file.Notice is not null) return MonitoringRefusal.NoticeAlreadyPosted.On();
        if (!Says(c.Place)) return MonitoringRefusal.TextImplausible.On("place");
        if (string.IsNullOrWhiteSpace(c.ProofHash)) return MonitoringRefusal.EvidenceMissing.On("proofHash");
        var days = context.Pack.Find<DeadlineRule>("monitoring.notice.days")?.On(c.On)?.Value.Count ?? 0;
        return new NoticePosted(c.On, c.NoticeId, c.Place, c.ProofHash, c.On.AddDays(Math.Max(0, days - 1)));
    }

    private static Decision<MonitoringEvent> Object(MonitoringFile file, RaiseObjection c)
    {
        if (file.Notice is not { } notice) return MonitoringRefusal.NoticeNotPosted.On();
        if (c.On < notice.PostedOn) return MonitoringRefusal.DayBeforeStep.On("on");
        if (notice.Objections.Any(each => Same(each.Id, c.ObjectionId)))
            return MonitoringRefusal.ObjectionIdReused.On("objectionId");
        return new ObjectionRaised(c.On, c.ObjectionId, c.Statement);
    }

    private static Decision<MonitoringEvent> Settle(MonitoringFile file, SettleObjection c)
    {
        if (file.Notice?.Objections.FirstOrDefault(each => Same(each.Id, c.ObjectionId)) is not { SettledOn: null } open)
            return MonitoringRefusal.ObjectionUnknown.On("objectionId");
        if (c.On < open.RaisedOn) return MonitoringRefusal.DayBeforeStep.On("on");
        if (!Says(c.Finding)) return MonitoringRefusal.ReasonMissing.On("finding");
        var settled = new ObjectionSettled(c.On, c.ObjectionId, c.Upheld, c.Finding);
        return c.Upheld
            ? new List<MonitoringEvent> { settled, Ended(file, c.On, DismissalReason.ObjectionUpheld, c.Finding) }
            : settled;
    }

    private static Decision<MonitoringEvent> Close(MonitoringFile file, CloseNotice c)
    {
        if (file.Step is not (MonitoringStep.Notice or MonitoringStep.ClearingNotice)) return MonitoringRefusal.StepOutOfOrder.On();
        if (file.Notice is not { } notice || !Same(notice.Id, c.NoticeId)) return MonitoringRefusal.NoticeNotPosted.On();
        if (notice.AnyOpen) return MonitoringRefusal.ObjectionOpen.On();
        if (notice.Objections.Any(objection => c.On < objection.SettledOn)) return MonitoringRefusal.DayBeforeStep.On("on");
        return c.On <= NoticeClock.LastDay(notice) ? MonitoringRefusal.NoticeStillRunning.On("on") : new NoticeClosed(c.On, c.NoticeId);
    }
}

/// <summary>The notice's clock: it stands still on days on which an objection was open.</summary>
public static class NoticeClock
{
    /// <summary>The last day the notice must hang, counting settled objections; open ones must be settled first.</summary>
    public static DateOnly LastDay(Notice notice) => notice.Until.AddDays(StoppedDays(notice));

    /// <summary>Days on which an objection was open that is settled by now; those of several at once count once.</summary>
    public static int StoppedDays(Notice notice)
    {
        var stopped = 0;
        var counted = DateOnly.MinValue;
        foreach (var objection in notice.Objections.Where(each => each.SettledOn is not null).OrderBy(each => each.RaisedOn))
        {
            var from = objection.RaisedOn > counted ? objection.RaisedOn : counted;
            var to = objection.SettledOn!.Value;
            if (to > from) stopped += to.DayNumber - from.DayNumber;
            if (to > counted) counted = to;
        }
        return stopped;
    }
}
