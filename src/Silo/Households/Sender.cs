using Revitalization.Contracts.Identity;

namespace Revitalization.Silo.Households;

/// <summary>Who sends a command, with what right, and which command it is. Built from the verified token, or by an import for its uploader.</summary>
/// <param name="CommandId">The sender's id; empty where the address itself names the act (the desk then derives it).</param>
/// <param name="ExpectedVersion">From <c>If-Match</c>; null accepts any version.</param>
/// <param name="Purpose">Why personal data is read or written; part of the audit.</param>
public sealed record Sender(
    string Account, string Role, IReadOnlyList<Scope> Scopes, string CommandId, long? ExpectedVersion = null, string Purpose = "register")
{
    public bool Covers(string regionCode) => Scopes.Any(scope => scope.Covers(regionCode));
}
