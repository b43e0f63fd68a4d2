namespace Revitalization.Contracts.Releases;

/// <summary>Which row of which release should be redacted, and why (提出隐去).</summary>
/// <param name="RowId">Set and key, such as <c>AidReports/6f1c…</c>. It is used to find the row and kept nowhere.</param>
/// <param name="Reason">For readers; 1 to 200 characters, repeats nothing of what leaked.</param>
public sealed record RedactionBody(int Release, string? RowId, string? Reason);

/// <summary>The body of an approval: the leaf hash of the row that was looked at.</summary>
public sealed record RedactionApprovalBody(string? Leaf = null);

/// <summary><c>GET /api/redactions/{channel}</c>: the latest ones, newest first.</summary>
/// <param name="Next">The number that the next one takes; one that is asked for and not approved has it.</param>
public sealed record RedactionPageView(string Channel, int Next, IReadOnlyList<RedactionView> Redactions);

/// <summary>A redaction as its county sees it.</summary>
/// <param name="State">asked, approved or done.</param>
public sealed record RedactionView(
    string Channel, int Number, string State, int Release, string Set, long Position, string Leaf, string Reason, string AskedBy, string? ApprovedBy,
    DateTimeOffset? ApprovedAt);
