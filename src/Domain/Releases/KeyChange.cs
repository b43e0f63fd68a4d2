using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Releases;

/// <summary>One change of the key that signs a channel (换钥): asked for by one administrator, approved by another.</summary>
[GenerateSerializer, Immutable, Alias("key-change")]
public sealed record KeyChange(
    [property: Id(0)] long Version, [property: Id(1)] string? Reason, [property: Id(2)] string? AskedBy, [property: Id(3)] string? ApprovedBy,
    [property: Id(4)] DateTimeOffset? ApprovedAt)
{
    public static readonly KeyChange Empty = new(0, null, null, null, null);

    [JsonIgnore]
    public bool IsApproved => ApprovedBy is not null;

    public static KeyChange Evolve(KeyChange change, KeyChangeEvent happened)
    {
        var after = happened switch
        {
            KeyChangeAsked e => change with { Reason = e.Reason, AskedBy = e.By },
            KeyChangeApproved e => change with { ApprovedBy = e.By, ApprovedAt = e.At },
            _ => throw new UnreachableException($"A change of key was never taught {happened.GetType().Name}."),
        };
        return after with { Version = change.Version + 1 };
    }
}

/// <summary>A fact about one change of key; its stream is <c>release-key/{channel}/{number}</c>.</summary>
public abstract record KeyChangeEvent;

public sealed record KeyChangeAsked(string Reason, string By) : KeyChangeEvent;

/// <param name="At">Stands in the key statement.</param>
public sealed record KeyChangeApproved(string By, DateTimeOffset At) : KeyChangeEvent;
