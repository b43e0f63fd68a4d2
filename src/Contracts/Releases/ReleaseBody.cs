namespace Revitalization.Contracts.Releases;

/// <summary>What one person proposes to publish (提出发布). The figures are those of the register at that moment.</summary>
/// <param name="AsOf">The day whose facts it states; null: today. Later quarters are left out.</param>
/// <param name="Corrects">An earlier release that it corrects (更正).</param>
/// <param name="Note">Why, for readers; at most 200 characters, nothing personal.</param>
public sealed record ReleaseBody(DateOnly? AsOf = null, int? Corrects = null, string? Note = null);

/// <summary>A release as its county sees it.</summary>
/// <param name="State">proposed, approved or published.</param>
/// <param name="Open">Hidden figures that what was published before leaves less room than they should have, and that nothing in this release can protect.</param>
/// <param name="OpenReason">Why the second person published it nevertheless.</param>
/// <param name="RowsRoot">What the second person approves: the RFC 6962 root of the frozen rows.</param>
public sealed record ReleaseView(
    string Channel, int Number, string State, DateOnly AsOf, long LogPosition, IReadOnlyDictionary<string, long> RowCounts,
    string RowsRoot, int? Corrects, string? Note, string ProposedBy, string? ApprovedBy, DateTimeOffset? PublishedAt, long Version,
    int Open = 0, string? OpenReason = null);
