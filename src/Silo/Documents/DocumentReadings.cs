using Revitalization.Contracts.Documents;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Text;
using Revitalization.Silo.Households;

namespace Revitalization.Silo.Documents;

/// <summary>What a text says of itself, for the form that registers it.</summary>
internal static class DocumentReadings
{
    public static DocumentReadingView Of(string text)
    {
        var read = DocumentReader.Read(text);
        return new(
            [
                Field("title", read.Title), Field("indexNumber", read.IndexNumber), Field("documentNumber", read.DocumentNumber), Field("issuer", read.Issuer),
                Field("topic", read.Topic), Field("genre", read.Genre), Field("madeOn", read.MadeOn), Field("publishedOn", read.PublishedOn),
                Field("validity", read.Validity with { Value = read.Validity.Value is null ? null : Terms.Code(read.Profile.Validity) }), Field("summary", read.Summary),
            ],
            [.. read.Sections.Select(section => new SectionView(
                section.Level, section.Number, section.Heading, Terms.Code(section.Certainty), section.Doubt, section.Start, section.Length))],
            read.Body.Start, read.Body.Length, [.. TextCleaningTitles.Kinds.Where(kind => read.Done.HasFlag(kind)).Select(kind => kind.Title())], read.Doubts);
    }

    private static ReadFieldView Field(string name, ReadField field) => new(name, field.Value, Terms.Code(field.Certainty), field.Doubt, field.Start, field.Length);
}
