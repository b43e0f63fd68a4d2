using System.Diagnostics;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.DisclosureRequests;

/// <summary>One request for disclosure (政府信息公开申请) on its way to an answer.</summary>
/// <param name="Clock">Days that the limit depends on.</param>
/// <param name="Last">The day of the last act: time goes on.</param>
[GenerateSerializer, Immutable, Alias("disclosure-request")]
public sealed record DisclosureRequest(
    [property: Id(0)] long Version, [property: Id(1)] RequestStage Stage, [property: Id(2)] string Region, [property: Id(3)] ApplicantKind Applicant,
    [property: Id(4)] RequestChannel Channel, [property: Id(5)] PersonalText? Sealed, [property: Id(6)] RequestClock Clock, [property: Id(7)] bool IsAccepted,
    [property: Id(8)] PersonalText? Supplement, [property: Id(9)] string? ExtensionReason, [property: Id(10)] AnswerKind? Answer, [property: Id(11)] string? Ground,
    [property: Id(12)] PersonalText? AnswerText, [property: Id(13)] DateOnly? EndedOn, [property: Id(14)] DateOnly Last)
{
    public static readonly DisclosureRequest Empty =
        new(0, RequestStage.None, "", default, default, null, RequestClock.None, false, null, null, null, null, null, null, default);

    public bool IsOpen => Stage is not (RequestStage.None or RequestStage.Answered or RequestStage.Withdrawn);

    public static DisclosureRequest Evolve(DisclosureRequest request, DisclosureRequestEvent happened)
    {
        var after = happened switch
        {
            RequestReceived e => Empty with { Stage = RequestStage.Received, Region = e.Region, Applicant = e.Applicant, Channel = e.Channel, Sealed = e.Sealed, Clock = RequestClock.From(e.On) },
            RequestAccepted => request with { Stage = RequestStage.Accepted, IsAccepted = true },
            SupplementAsked e => request with { Stage = RequestStage.Supplementing, Supplement = e.What, Clock = request.Clock with { SupplementAskedOn = e.On } },
            SupplementReceived e => request with { Stage = request.Running, Clock = request.Clock with { SupplementedOn = e.On } },
            ConsultationBegun e => request with { Stage = RequestStage.Consulting, Clock = request.Clock with { ConsultedFrom = e.On } },
            ConsultationEnded e => request with { Stage = request.Running, Clock = request.Clock with { ConsultedUntil = e.On } },
            RequestExtended e => request with { ExtensionReason = e.Reason, Clock = request.Clock with { IsExtended = true } },
            RequestAnswered e => request with { Stage = RequestStage.Answered, Answer = e.Kind, Ground = e.Ground, AnswerText = e.Text, EndedOn = e.On },
            RequestWithdrawn e => request with { Stage = RequestStage.Withdrawn, EndedOn = e.On },
            _ => throw new UnreachableException($"A request was never taught {happened.GetType().Name}."),
        };
        return after with { Version = request.Version + 1, Last = happened.On };
    }

    private RequestStage Running => IsAccepted ? RequestStage.Accepted : RequestStage.Received;
}
