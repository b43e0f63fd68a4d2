using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.DisclosureRequests;

public abstract record DisclosureRequestEvent(string By, DateOnly On);

public sealed record RequestReceived(string By, DateOnly On, string Region, ApplicantKind Applicant, RequestChannel Channel, PersonalText Sealed) : DisclosureRequestEvent(By, On);

public sealed record RequestAccepted(string By, DateOnly On) : DisclosureRequestEvent(By, On);

public sealed record SupplementAsked(string By, DateOnly On, PersonalText What) : DisclosureRequestEvent(By, On);

/// <summary>The clock begins anew.</summary>
public sealed record SupplementReceived(string By, DateOnly On) : DisclosureRequestEvent(By, On);

public sealed record ConsultationBegun(string By, DateOnly On) : DisclosureRequestEvent(By, On);

public sealed record ConsultationEnded(string By, DateOnly On) : DisclosureRequestEvent(By, On);

public sealed record RequestExtended(string By, DateOnly On, string Reason) : DisclosureRequestEvent(By, On);

public sealed record RequestAnswered(string By, DateOnly On, AnswerKind Kind, string? Ground, PersonalText Text) : DisclosureRequestEvent(By, On);

public sealed record RequestWithdrawn(string By, DateOnly On) : DisclosureRequestEvent(By, On);
