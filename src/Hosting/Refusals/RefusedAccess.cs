using Revitalization.Contracts.Identity;

namespace Revitalization.Hosting.Refusals;

/// <summary>Left on the request by the token check, so that the 401 says what was wrong with the token.</summary>
internal sealed record RefusedAccess(AccessRefusal Refusal);
