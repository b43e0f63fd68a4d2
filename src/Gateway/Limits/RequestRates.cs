using System.Threading.RateLimiting;
using Revitalization.Contracts.Requests;
using Revitalization.Gateway.Sessions;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Gateway.Limits;

/// <summary>
/// Requests a second, by address and by credential. Both: whoever invents credentials still has one address, and an office
/// behind one address must not starve because of one program.
/// </summary>
internal sealed class RequestRates(GatewayOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => Bucket(Address.Of(context), options.Limits.PerAddress)),
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            Credential.Of(context) is { } credential ? Bucket(credential.Digest, options.Limits.PerCredential) : RateLimitPartition.GetNoLimiter("")));

    public async Task Admit(HttpContext context, RequestDelegate next)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired) await next(context);
        else await Refuse(context, lease);
    }

    public void Dispose() => _limiter.Dispose();

    public static Task Refuse(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return StatusProblems.Write(context, RequestRefusal.TooMany);
    }

    // A tenth of a second's worth comes back at a time, so that a steady caller at the limit never waits long.
    private static RateLimitPartition<string> Bucket(string key, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = perSecond * 2,
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(perSecond >= 10 ? 100 : 1000 / perSecond),
        QueueLimit = 0,
        AutoReplenishment = true,
    });
}
