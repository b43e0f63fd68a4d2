namespace Revitalization.Contracts.Releases;

/// <summary>Why the key that signs a channel should be changed (提出换钥).</summary>
/// <param name="Reason">1 to 200 characters, nothing personal. It stands in the log, not in the key statement.</param>
public sealed record KeyChangeBody(string? Reason);

/// <summary>A change of key as the administrators see it.</summary>
/// <param name="State">asked, approved or done.</param>
/// <param name="FromRelease">The first release that the new key signs, once done.</param>
public sealed record KeyChangeView(
    string Channel, int Number, string State, string Reason, string AskedBy, string? ApprovedBy, DateTimeOffset? ApprovedAt, int? FromRelease, string? KeyId);
