using System.Collections.Immutable;
using System.Globalization;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

/// <summary>One field as it was found in a document's text.</summary>
/// <param name="Value">Cleaned; dates as <c>2022-02-03</c>. Null where nothing was found.</param>
/// <param name="Doubt">In Chinese: why it is not certain.</param>
/// <param name="Start">Where it stands in the text that was given.</param>
public sealed record ReadField(string? Value, Certainty Certainty, string? Doubt, int Start, int Length)
{
    public DateOnly? Day => DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static ReadField Missing(string? doubt = null) => new(null, Certainty.Missing, doubt, 0, 0);

    /// <summary>The same, less sure.</summary>
    public ReadField Doubted(string doubt, Certainty most = Certainty.Likely) =>
        this with { Certainty = Certainty < most ? Certainty : most, Doubt = Doubt is null ? doubt : $"{Doubt} {doubt}" };
}

/// <summary>A heading and all that stands under it.</summary>
/// <param name="Level">1 一、 2 （一） 3 1. 4 (1); 0 a heading without number.</param>
/// <param name="Number">As written; empty where there is none, or where only its remains are.</param>
/// <param name="Length">Up to the next heading, of whatever level.</param>
public sealed record DocumentSection(int Level, string Number, string Heading, Certainty Certainty, string? Doubt, int Start, int Length);

/// <summary>What a document's text says of itself, and how sure that is.</summary>
/// <param name="Body">The text without the page's breadcrumbs, fields and footer, as a stretch of what was given.</param>
/// <param name="Done">What converters had left in the text.</param>
/// <param name="Doubts">In Chinese; of the text as a whole.</param>
public sealed record DocumentReading(
    ReadField Title, ReadField IndexNumber, ReadField DocumentNumber, ReadField Issuer, ReadField Topic, ReadField Genre,
    ReadField MadeOn, ReadField PublishedOn, ReadField Validity, ReadField Summary, (int Start, int Length) Body,
    ImmutableArray<DocumentSection> Sections, TextCleaning Done, ImmutableArray<string> Doubts)
{
    /// <summary>What an officer starts from: every field that was found, whatever its certainty.</summary>
    public DocumentProfile Profile => new(
        Title.Value ?? "", IndexNumber.Value ?? "", DocumentNumber.Value, Issuer.Value ?? "", Topic.Value ?? "", Genre.Value ?? "",
        MadeOn.Day, PublishedOn.Day, DocumentReader.ValidityOf(Validity.Value), Summary.Value ?? "");
}
