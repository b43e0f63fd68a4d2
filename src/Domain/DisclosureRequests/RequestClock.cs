using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.DisclosureRequests;

/// <summary>
/// The limit for an answer (答复期限): twenty working days from receipt, once twenty more (条例第三十三条); a supplement that was asked for begins it anew
/// (第三十条); asking third parties and other bodies does not count (第三十三条第三款). Nothing of it is stored but the days themselves.
/// </summary>
[GenerateSerializer, Immutable, Alias("request-clock")]
public sealed record RequestClock(
    [property: Id(0)] DateOnly ReceivedOn, [property: Id(1)] DateOnly? SupplementAskedOn, [property: Id(2)] DateOnly? SupplementedOn,
    [property: Id(3)] DateOnly? ConsultedFrom, [property: Id(4)] DateOnly? ConsultedUntil, [property: Id(5)] bool IsExtended)
{
    /// <summary>条例第三十三条第二款.</summary>
    public const int AnswerWorkdays = 20, ExtensionWorkdays = 20;

    /// <summary>条例第三十条: a supplement is asked for within these.</summary>
    public const int SupplementWorkdays = 7;

    public static readonly RequestClock None = From(default);

    public static RequestClock From(DateOnly receivedOn) => new(receivedOn, null, null, null, null, false);

    /// <summary>It waits for the applicant or for whoever is asked.</summary>
    public bool IsStopped => (SupplementAskedOn is not null && SupplementedOn is null) || (ConsultedFrom is not null && ConsultedUntil is null);

    /// <summary>The last day on which the answer is in time; null while the clock stands still.</summary>
    public WorkdayResult<DateOnly>? LastDay(WorkdayCalendar calendar)
    {
        if (IsStopped) return null;
        var from = SupplementedOn ?? ReceivedOn;
        // Days of asking count from where the clock began: a consultation before a supplement delayed nothing that still runs.
        var asking = ConsultedFrom is { } begun && ConsultedUntil is { } ended && ended > from ? calendar.Between(begun > from ? begun : from, ended) : default;
        var last = calendar.Add(from, AnswerWorkdays + (IsExtended ? ExtensionWorkdays : 0) + asking.Value);
        return last with { IsProvisional = last.IsProvisional || asking.IsProvisional };
    }

    public DateOnly LastDayToAskSupplement(WorkdayCalendar calendar) => calendar.Add(ReceivedOn, SupplementWorkdays).Value;
}
