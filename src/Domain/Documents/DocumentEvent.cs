using System.Collections.Immutable;

namespace Revitalization.Domain.Documents;

public abstract record DocumentEvent(string By);

public sealed record DocumentRegistered(string By, string Region, DocumentProfile Profile, DocumentText Text) : DocumentEvent(By);

public sealed record DocumentAttached(string By, DocumentAttachment Attachment) : DocumentEvent(By);

public sealed record DocumentDetached(string By, string Sha256) : DocumentEvent(By);

public sealed record DocumentReviewed(string By, ImmutableArray<FindingDecision> Decisions) : DocumentEvent(By);

public sealed record DocumentReturned(string By, string Reason) : DocumentEvent(By);

public sealed record DocumentPublished(string By, DateOnly On) : DocumentEvent(By);

public sealed record DocumentReplaced(string By, DateOnly On, string Successor, string Reason) : DocumentEvent(By);

public sealed record DocumentRepealed(string By, DateOnly On, string Reason) : DocumentEvent(By);
