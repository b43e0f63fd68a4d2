using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace Revitalization.Domain.Releases;

/// <summary>Rows frozen at one point of the log, and what identifies them.</summary>
[GenerateSerializer, Immutable, Alias("frozen-rows")]
public sealed record FrozenRows(
    [property: Id(0)] long LogPosition, [property: Id(1)] string RowsRoot, [property: Id(2)] ImmutableArray<SetCount> Counts);

[GenerateSerializer, Immutable, Alias("set-count")]
public sealed record SetCount([property: Id(0)] string Set, [property: Id(1)] long Rows);

/// <summary>The same facts as another channel publishes them, under its own number.</summary>
/// <param name="Corrects">The release of that channel that is corrected.</param>
[GenerateSerializer, Immutable, Alias("channel-rows")]
public sealed record ChannelRows([property: Id(0)] int Number, [property: Id(1)] FrozenRows Rows, [property: Id(2)] int? Corrects = null);

/// <summary>One release of one channel (一期发布): proposed by one person, approved by another.</summary>
/// <param name="Open">Hidden figures that nothing in this release can protect.</param>
/// <param name="OpenReason">Why the second person let it go out nevertheless.</param>
[GenerateSerializer, Immutable, Alias("release")]
public sealed record Release(
    [property: Id(0)] long Version, [property: Id(1)] DateOnly AsOf, [property: Id(2)] int? Corrects, [property: Id(3)] string? Note,
    [property: Id(4)] FrozenRows? Rows, [property: Id(5)] string? ProposedBy, [property: Id(6)] string? ApprovedBy,
    [property: Id(7)] DateTimeOffset? ApprovedAt, [property: Id(8)] ChannelRows? Province = null,
    [property: Id(9)] int Open = 0, [property: Id(10)] string? OpenReason = null)
{
    public static readonly Release Empty = new(0, default, null, null, null, null, null, null);

    [JsonIgnore]
    public bool IsProposed => Rows is not null;

    [JsonIgnore]
    public bool IsApproved => ApprovedBy is not null;

    public static Release Evolve(Release release, ReleaseEvent happened)
    {
        var after = happened switch
        {
            ReleaseProposed e => release with { AsOf = e.AsOf, Corrects = e.Corrects, Note = e.Note, Rows = e.Rows, ProposedBy = e.By, Province = e.Province, Open = e.Open },
            ReleaseApproved e => release with { ApprovedBy = e.By, ApprovedAt = e.At, OpenReason = e.OpenReason },
            _ => throw new UnreachableException($"A release was never taught {happened.GetType().Name}."),
        };
        return after with { Version = release.Version + 1 };
    }
}

/// <summary>A fact about one release; its stream is <c>release/{channel}/{number}</c>.</summary>
public abstract record ReleaseEvent;

/// <summary>Proposed, or proposed anew with the register's figures of a later moment.</summary>
/// <param name="Province">What the province's analysts get with it, unsuppressed; null where it was proposed before there was such a channel.</param>
/// <param name="Open">Hidden figures that nothing in this release can protect; who approves must say why it goes out nevertheless.</param>
public sealed record ReleaseProposed(
    DateOnly AsOf, int? Corrects, string? Note, FrozenRows Rows, string By, ChannelRows? Province = null, int Open = 0) : ReleaseEvent;

/// <param name="At">Stands in the manifest as the time of publication.</param>
/// <param name="OpenReason">Why it was published although figures were open; null where none was.</param>
public sealed record ReleaseApproved(string By, DateTimeOffset At, string RowsRoot, string? OpenReason = null) : ReleaseEvent;
