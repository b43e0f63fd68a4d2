using System.Collections.Immutable;
using System.Globalization;
using static Revitalization.Domain.Documents.DocumentFindingKind;

namespace Revitalization.Domain.Documents;

/// <summary>One thing a person must look at, in place.</summary>
/// <param name="Field">The field of the profile it is about; null where it stands in the text.</param>
/// <param name="Start">First character in the text as registered; of a field's finding 0.</param>
/// <param name="Words">In Chinese, with its numbers; of personal data never the data itself, which the text shows in place.</param>
public sealed record DocumentFinding(DocumentFindingKind Kind, string? Field, int Start, int Length, string Words)
{
    private const int HashLetters = 12;

    /// <summary>Stable while the text stays as it is, and free of what the text says: decisions are recorded by it.</summary>
    public string Id => Field is { } named
        ? $"{Kind}@{named}"
        : string.Create(CultureInfo.InvariantCulture, $"{Kind}@{(Attachment is { } sha256 ? sha256[..HashLetters] + ":" : "")}{Start}-{Length}");

    /// <summary>SHA-256 of the attachment that it stands in; null of the text and the profile.</summary>
    public string? Attachment { get; init; }

    /// <summary>Of an attachment, the words around the place: nobody sees them marked there.</summary>
    public string? Excerpt { get; init; }

    /// <summary>What the place states, as far as its words tell.</summary>
    public ImmutableArray<ProposedFigure> Figures { get; init; } = [];

    public FindingSeverity Severity => SeverityOf(Kind);

    /// <summary>An error must be decided by the officer before publication. Figures that do not add up count: the public reads them as the county's word.</summary>
    public static FindingSeverity SeverityOf(DocumentFindingKind kind) => kind switch
    {
        TitleMissing or IssuerMissing or IndexNumberMissing or IndexNumberMalformed or IndexOrganisationWrong => FindingSeverity.Error,
        MadeInFuture or PublishedBeforeMade => FindingSeverity.Error,
        DocumentFindingKind.NationalId or MobilePhone or BankCard or NameWithSensitiveFact => FindingSeverity.Error,
        SmallCount or SmallRemainder or SmallTableCell or RecoverableTableCell => FindingSeverity.Error,
        ShareDiffers or AverageDiffers or SumDiffers or PartAboveWhole or AttachmentUnread or TooMany => FindingSeverity.Error,
        _ => FindingSeverity.Warning,
    };
}
