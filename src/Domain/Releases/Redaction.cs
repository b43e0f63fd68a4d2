using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Releases;

/// <summary>A row of a published release by what stays of it: never its text, which leaked, nor its key, which may be part of that.</summary>
/// <param name="Position">From 0, in the order of the release's rows.</param>
/// <param name="Leaf">RFC 6962 leaf hash, lower-case hex.</param>
[GenerateSerializer, Immutable, Alias("redacted-row")]
public sealed record RedactedRow([property: Id(0)] int Release, [property: Id(1)] long Position, [property: Id(2)] string Set, [property: Id(3)] string Leaf);

/// <summary>One redaction (隐去): asked for by one person, approved by another. The row's hash stays, so the release's root still holds.</summary>
[GenerateSerializer, Immutable, Alias("redaction")]
public sealed record Redaction(
    [property: Id(0)] long Version, [property: Id(1)] RedactedRow? Row, [property: Id(2)] string? Reason, [property: Id(3)] string? AskedBy,
    [property: Id(4)] string? ApprovedBy, [property: Id(5)] DateTimeOffset? ApprovedAt)
{
    public static readonly Redaction Empty = new(0, null, null, null, null, null);

    [JsonIgnore]
    public bool IsApproved => ApprovedBy is not null;

    public static Redaction Evolve(Redaction redaction, RedactionEvent happened)
    {
        var after = happened switch
        {
            RedactionAsked e => redaction with { Row = e.Row, Reason = e.Reason, AskedBy = e.By },
            RedactionApproved e => redaction with { ApprovedBy = e.By, ApprovedAt = e.At },
            _ => throw new UnreachableException($"A redaction was never taught {happened.GetType().Name}."),
        };
        return after with { Version = redaction.Version + 1 };
    }
}

/// <summary>A fact about one redaction; its stream is <c>redaction/{channel}/{number}</c>.</summary>
public abstract record RedactionEvent;

public sealed record RedactionAsked(RedactedRow Row, string Reason, string By) : RedactionEvent;

/// <param name="At">Stands in the signed list of redactions.</param>
public sealed record RedactionApproved(string By, DateTimeOffset At) : RedactionEvent;
