using System.Data.Common;
using Orleans.Runtime;
using Revitalization.Storage;

namespace Revitalization.Silo.Outages;

/// <summary>Failures of the world (database, network, disk, a cluster that moves): what is tried again as it is, and no fault of ours.</summary>
public static class WorldFailures
{
    public static bool IsOf(Exception failed) => failed is DbException or IOException or StorageFaultException or TimeoutException or OrleansException;
}
