using System.Diagnostics;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.DisclosureRequests;

/// <summary>
/// Received → accepted → answered or withdrawn (依申请公开的办理); in between a supplement asked for once, others consulted once, one extension. A late
/// answer is recorded, not refused: it was given, and counts as late.
/// </summary>
public static class DisclosureRequestRules
{
    private const int ReasonMax = 200, GroundMax = 500;

    public static Decision<DisclosureRequestEvent> Decide(
        DisclosureRequest request, DisclosureRequestCommand command, RegionBook regions, WorkdayCalendar calendar, DateOnly today)
    {
        if (command is ReceiveRequest received) return Receive(request, received, regions, today);
        if (request.Stage == RequestStage.None) return DisclosureRequestRefusal.RequestUnknown.On("id");
        if (!request.IsOpen) return DisclosureRequestRefusal.AlreadyEnded.On();
        if (command.On > today || command.On < request.Last) return DisclosureRequestRefusal.DayImplausible.On("on");
        return command switch
        {
            AcceptRequest c => request.IsAccepted ? DisclosureRequestRefusal.AlreadyAccepted.On() : new RequestAccepted(c.By, c.On),
            AskSupplement c => AskSupplement(request, c, calendar),
            ReceiveSupplement c => request.Stage == RequestStage.Supplementing ? new SupplementReceived(c.By, c.On) : DisclosureRequestRefusal.NotSupplementing.On(),
            BeginConsultation c => BeginConsultation(request, c),
            EndConsultation c => request.Stage == RequestStage.Consulting ? new ConsultationEnded(c.By, c.On) : DisclosureRequestRefusal.NotConsulting.On(),
            ExtendRequest c => Extend(request, c, calendar),
            AnswerRequest c => Answer(request, c),
            WithdrawRequest c => new RequestWithdrawn(c.By, c.On),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    /// <summary>All is given, or stands where it can be had: no ground is needed.</summary>
    public static bool NeedsGround(AnswerKind kind) => kind is not (AnswerKind.Open or AnswerKind.AlreadyPublic);

    private static Decision<DisclosureRequestEvent> Receive(DisclosureRequest request, ReceiveRequest c, RegionBook regions, DateOnly today)
    {
        if (regions.Find(c.Region) is not { Level: RegionLevel.County or RegionLevel.Township }) return DisclosureRequestRefusal.RegionUnknown.On("region");
        if (c.On > today) return DisclosureRequestRefusal.DayImplausible.On("on");
        if (request.Stage == RequestStage.None) return new RequestReceived(c.By, c.On, c.Region, c.Applicant, c.Channel, c.Sealed);
        var same = (request.Region, request.Applicant, request.Channel, request.Sealed, request.Clock.ReceivedOn) == (c.Region, c.Applicant, c.Channel, c.Sealed, c.On);
        return same ? Decision<DisclosureRequestEvent>.Nothing : DisclosureRequestRefusal.AlreadyReceived.On("id");
    }

    private static Decision<DisclosureRequestEvent> AskSupplement(DisclosureRequest request, AskSupplement c, WorkdayCalendar calendar)
    {
        if (request.Clock.IsStopped) return DisclosureRequestRefusal.ClockStopped.On();
        if (request.Clock.SupplementAskedOn is not null) return DisclosureRequestRefusal.SupplementTwice.On();
        return c.On <= request.Clock.LastDayToAskSupplement(calendar) ? new SupplementAsked(c.By, c.On, c.What) : DisclosureRequestRefusal.SupplementLate.On("on");
    }

    private static Decision<DisclosureRequestEvent> BeginConsultation(DisclosureRequest request, BeginConsultation c)
    {
        if (request.Clock.IsStopped) return DisclosureRequestRefusal.ClockStopped.On();
        return request.Clock.ConsultedFrom is null ? new ConsultationBegun(c.By, c.On) : DisclosureRequestRefusal.ConsultationTwice.On();
    }

    private static Decision<DisclosureRequestEvent> Extend(DisclosureRequest request, ExtendRequest c, WorkdayCalendar calendar)
    {
        if (request.Clock.IsExtended) return DisclosureRequestRefusal.ExtendedTwice.On();
        if (request.Clock.LastDay(calendar) is not { } last) return DisclosureRequestRefusal.ClockStopped.On();
        if (c.On > last.Value) return DisclosureRequestRefusal.ExtensionLate.On("on");
        var says = !string.IsNullOrWhiteSpace(c.Reason) && c.Reason.Length <= ReasonMax && PersonalTraces.Find(c.Reason) is null;
        return says ? new RequestExtended(c.By, c.On, c.Reason) : DisclosureRequestRefusal.ReasonImplausible.On("reason");
    }

    // An applicant who does not supplement is answered too; while others are asked there is nothing to say yet.
    private static Decision<DisclosureRequestEvent> Answer(DisclosureRequest request, AnswerRequest c)
    {
        if (request.Stage == RequestStage.Consulting) return DisclosureRequestRefusal.ClockStopped.On();
        if (request.Stage == RequestStage.Supplementing && c.Kind != AnswerKind.NotSupplemented) return DisclosureRequestRefusal.ClockStopped.On("kind");
        if (NeedsGround(c.Kind) && string.IsNullOrWhiteSpace(c.Ground)) return DisclosureRequestRefusal.GroundMissing.On("ground");
        if (c.Ground is { Length: > GroundMax } || (c.Ground is { } ground && PersonalTraces.Find(ground) is not null)) return DisclosureRequestRefusal.TextImplausible.On("ground");
        return new RequestAnswered(c.By, c.On, c.Kind, c.Ground, c.Text);
    }
}
