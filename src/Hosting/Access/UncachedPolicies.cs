using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Revitalization.Hosting.Access;

/// <summary>
/// Policies put together for each request, some microseconds each. To keep them, the framework would describe every endpoint
/// of every service while the platform starts: a third of the whole start.
/// </summary>
internal sealed class UncachedPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override bool AllowsCachingPolicies => false;
}
