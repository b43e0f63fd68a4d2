namespace Revitalization.Contracts.Releases;

/// <summary>Why the key that signs a channel should be changed (提出换钥).</summary>
/// <param name="Reason">1 to 200 characters, nothing personal. It stands in the log, not in the key statement.</param>
public sealed record KeyChangeBody(string? Reason);

/// <summary><c>GET /api/release-keys/{channel}/changes</c>: the latest ones, newest first.</summary>
/// <param name="Next">The number that the next one takes; one that is asked for and not approved has it.</param>
/// <param name="KeyId">Of the key in force: the beginning of what readers pin.</param>
public sealed record KeyChangePageView(string Channel, int Next, string KeyId, IReadOnlyList<KeyChangeView> Changes);

/// <summary>A change of key as the administrators see it.</summary>
/// <param name="State">asked, approved or done.</param>
/// <param name="FromRelease">The first release that the new key signs, once done.</param>
public sealed record KeyChangeView(
    string Channel, int Number, string State, string Reason, string AskedBy, string? ApprovedBy, DateTimeOffset? ApprovedAt, int? FromRelease, string? KeyId);
