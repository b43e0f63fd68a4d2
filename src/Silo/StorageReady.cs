using Revitalization.Hosting.Health;
using Revitalization.Storage;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo;

/// <summary>Without its log a Silo can acknowledge nothing; who balances between several sends elsewhere meanwhile.</summary>
internal sealed class StorageReady(IEventLog log) : IReadinessCheck
{
    public string Name => "storage";

    public async ValueTask<string?> WhyNotReady(CancellationToken cancellation)
    {
        try
        {
            await log.Head(cancellation);
            return null;
        }
        catch (StorageFaultException)
        {
            return "the event log does not answer";
        }
    }
}
