using System.Collections.Immutable;
using Revitalization.Contracts.Releases;
using Revitalization.Domain.Documents;

namespace Revitalization.Silo.Documents.Releases;

/// <summary>The public row of a document. Only what is named here is published: no account, no finding, no decision.</summary>
internal static class DocumentRows
{
    public static PublicDocument Of(string id, Document document, string text)
    {
        var profile = document.Profile ?? throw new InvalidOperationException($"Document {id} was published without a profile.");
        var published = document.PublishedOn ?? throw new InvalidOperationException($"Document {id} was never published.");
        var read = DocumentReader.Read(text);
        // A text of which no part looks like a body is shown whole.
        var (start, length) = read.Body.Length > 0 ? read.Body : (0, text.Length);
        return new(
            id, profile.IndexNumber, profile.Title, profile.DocumentNumber, profile.Issuer, document.Region, profile.Topic, profile.Genre, profile.MadeOn,
            profile.PublishedOn ?? published, Validity(document), profile.Summary, text, document.Text!.Sha256, start, length, document.EndedOn, document.Successor,
            document.EndedOn is null ? null : document.Reason, Sections(read.Sections),
            [.. document.Attachments.Select(file => new PublicAttachment(file.Name, file.MediaType, file.Length, file.Sha256))]);
    }

    private static string Validity(Document document) => document.Stage switch
    {
        DocumentStage.Replaced => nameof(DocumentValidity.Superseded),
        DocumentStage.Repealed => nameof(DocumentValidity.Repealed),
        _ => document.Profile!.Validity.ToString(),
    };

    private static List<PublicSection> Sections(ImmutableArray<DocumentSection> sections) =>
        [.. sections.Select(section => new PublicSection(section.Level, section.Number, section.Heading, section.Start))];
}
