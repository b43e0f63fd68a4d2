using System.Threading.RateLimiting;

namespace Revitalization.Gateway.Limits;

/// <summary>Attempts to sign in a minute: by address against guessing many accounts, by account against guessing from many addresses.</summary>
internal sealed class SignInRates(GatewayOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _byAddress = PerMinute(options.Limits.SignInsPerAddress);
    private readonly PartitionedRateLimiter<string> _byAccount = PerMinute(options.Limits.SignInsPerAccount);

    /// <summary>The lease that was refused, or null: the attempt may be made.</summary>
    public RateLimitLease? Refused(HttpContext context, string? account)
    {
        var lease = _byAddress.AttemptAcquire(Address.Of(context));
        if (!lease.IsAcquired) return lease;
        if (account is null) return null;
        lease = _byAccount.AttemptAcquire(account);
        return lease.IsAcquired ? null : lease;
    }

    public void Dispose()
    {
        _byAddress.Dispose();
        _byAccount.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(int attempts) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
        {
            PermitLimit = attempts,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
            QueueLimit = 0,
            AutoReplenishment = true,
        }));
}
