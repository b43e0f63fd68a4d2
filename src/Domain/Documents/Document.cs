using System.Collections.Immutable;
using System.Diagnostics;

namespace Revitalization.Domain.Documents;

/// <summary>One document (公开文件) on its way to the public and out of force again.</summary>
/// <param name="Decisions">Of the text as it stands, by finding: why each may be published.</param>
/// <param name="Reason">Of the last return, replacement or repeal.</param>
[GenerateSerializer, Immutable, Alias("document")]
public sealed record Document(
    [property: Id(0)] long Version, [property: Id(1)] DocumentStage Stage, [property: Id(2)] string Region, [property: Id(3)] DocumentProfile? Profile,
    [property: Id(4)] DocumentText? Text, [property: Id(5)] string RegisteredBy, [property: Id(6)] string? ReviewedBy,
    [property: Id(7)] ImmutableDictionary<string, FindingDecision> Decisions, [property: Id(8)] DateOnly? PublishedOn, [property: Id(9)] DateOnly? EndedOn,
    [property: Id(10)] string? Successor, [property: Id(11)] string? Reason, [property: Id(12)] ImmutableArray<DocumentAttachment> Attachments)
{
    public static readonly Document Empty =
        new(0, DocumentStage.None, "", null, null, "", null, ImmutableDictionary<string, FindingDecision>.Empty, null, null, null, null, []);

    public static Document Evolve(Document document, DocumentEvent happened)
    {
        var after = happened switch
        {
            DocumentRegistered e => Empty with
            {
                Stage = DocumentStage.Registered, Region = e.Region, Profile = e.Profile, Text = e.Text, RegisteredBy = e.By,
                // The same text keeps what was decided of it; the review itself is to be made again.
                Decisions = document.Text == e.Text ? document.Decisions : Empty.Decisions, Attachments = document.Attachments,
            },
            // What goes along has changed: the review is to be made again.
            DocumentAttached e => document with { Stage = DocumentStage.Registered, ReviewedBy = null, Attachments = document.Attachments.Add(e.Attachment) },
            DocumentDetached e => document with
            {
                Stage = DocumentStage.Registered, ReviewedBy = null, Attachments = document.Attachments.RemoveAll(attachment => attachment.Sha256 == e.Sha256),
            },
            DocumentReviewed e => document with { Stage = DocumentStage.Reviewed, ReviewedBy = e.By, Decisions = Decided(document, e), Reason = null },
            DocumentReturned e => document with { Stage = DocumentStage.Returned, ReviewedBy = null, Reason = e.Reason },
            DocumentPublished e => document with { Stage = DocumentStage.Published, PublishedOn = e.On },
            DocumentReplaced e => document with { Stage = DocumentStage.Replaced, EndedOn = e.On, Successor = e.Successor, Reason = e.Reason },
            DocumentRepealed e => document with { Stage = DocumentStage.Repealed, EndedOn = e.On, Reason = e.Reason },
            _ => throw new UnreachableException($"A document was never taught {happened.GetType().Name}."),
        };
        return after with { Version = document.Version + 1 };
    }

    private static ImmutableDictionary<string, FindingDecision> Decided(Document document, DocumentReviewed e) =>
        document.Decisions.SetItems(e.Decisions.Select(decision => KeyValuePair.Create(decision.Finding, decision)));
}
