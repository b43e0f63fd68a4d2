using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Revitalization.Domain.Calendar;

namespace Revitalization.Domain.Documents;

/// <summary>A command to one document of 政府信息公开; its stream is <c>document/{id}</c>.</summary>
/// <param name="By">The account that acts: two different ones stand behind every published document.</param>
[GenerateSerializer, Immutable, Alias("document-command")]
public abstract record DocumentCommand([property: Id(0)] string By);

/// <summary>Registers a document, or registers it anew before it is published; what was reviewed of another text is void.</summary>
/// <param name="Region">County or township code: whose document it is.</param>
[GenerateSerializer, Immutable, Alias("register-document")]
public sealed record RegisterDocument(
    string By, [property: Id(1)] string Region, [property: Id(2)] DocumentProfile Profile, [property: Id(3)] DocumentText Text) : DocumentCommand(By);

/// <summary>The text as it lies sealed beside the log: only its hash is a fact of the log, so that a draft that held somebody's data can be deleted.</summary>
/// <param name="Sha256">Of its UTF-8 bytes.</param>
[GenerateSerializer, Immutable, Alias("document-text")]
public sealed record DocumentText([property: Id(0)] string Sha256, [property: Id(1)] int Length);

/// <summary>A file that is published with the document (附件); its bytes lie sealed under their hash.</summary>
/// <param name="Name">What the public saves it as, with its ending.</param>
[GenerateSerializer, Immutable, Alias("document-attachment")]
public sealed record DocumentAttachment([property: Id(0)] string Name, [property: Id(1)] string MediaType, [property: Id(2)] long Length, [property: Id(3)] string Sha256);

[GenerateSerializer, Immutable, Alias("attach-to-document")]
public sealed record AttachToDocument(string By, [property: Id(1)] DocumentAttachment Attachment) : DocumentCommand(By);

[GenerateSerializer, Immutable, Alias("detach-from-document")]
public sealed record DetachFromDocument(string By, [property: Id(1)] string Sha256) : DocumentCommand(By);

/// <summary>Somebody else's review: approved with a decision on each finding that must be decided, or returned.</summary>
/// <param name="Findings">What the checks found now, of the version that the command expects.</param>
/// <param name="Return">Why it goes back; null where it is approved.</param>
[GenerateSerializer, Immutable, Alias("review-document")]
public sealed record ReviewDocument(
    string By, [property: Id(1)] FoundNow Findings, [property: Id(2)] ImmutableArray<FindingDecision> Decisions, [property: Id(3)] string? Return) : DocumentCommand(By);

/// <param name="Finding">Its id.</param>
/// <param name="Reason">Why it may be published as it stands.</param>
[GenerateSerializer, Immutable, Alias("finding-decision")]
public sealed record FindingDecision([property: Id(0)] string Finding, [property: Id(1)] string Reason)
{
    /// <summary>Figures of the platform that the place states: once the document is public, readers know them. Default where none is named.</summary>
    [Id(2)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<ConfirmedFigure> Figures { get; init; }

    [JsonIgnore]
    public IEnumerable<ConfirmedFigure> Stated => Figures.IsDefault ? [] : Figures;
}

/// <summary>A figure that prose states (文中公开的数字), as the officer who let it stand says.</summary>
/// <param name="Value">A whole number of the indicator's scale.</param>
[GenerateSerializer, Immutable, Alias("confirmed-figure")]
public sealed record ConfirmedFigure(
    [property: Id(0)] string Region, [property: Id(1)] Period Period, [property: Id(2)] string Indicator, [property: Id(3)] long Value);

/// <param name="Version">The document's when it was checked.</param>
[GenerateSerializer, Immutable, Alias("found-now")]
public sealed record FoundNow([property: Id(0)] long Version, [property: Id(1)] ImmutableArray<string> Errors, [property: Id(2)] ImmutableArray<string> Warnings);

[GenerateSerializer, Immutable, Alias("publish-document")]
public sealed record PublishDocument(string By, [property: Id(1)] DateOnly On, [property: Id(2)] FoundNow Findings) : DocumentCommand(By);

/// <param name="Successor">The published document that takes its place.</param>
[GenerateSerializer, Immutable, Alias("replace-document")]
public sealed record ReplaceDocument(
    string By, [property: Id(1)] DateOnly On, [property: Id(2)] string Successor, [property: Id(3)] bool SuccessorPublished, [property: Id(4)] string Reason) : DocumentCommand(By);

[GenerateSerializer, Immutable, Alias("repeal-document")]
public sealed record RepealDocument(string By, [property: Id(1)] DateOnly On, [property: Id(2)] string Reason) : DocumentCommand(By);
