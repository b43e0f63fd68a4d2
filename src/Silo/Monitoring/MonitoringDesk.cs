using Revitalization.Silo.Monitoring.Acts;

namespace Revitalization.Silo.Monitoring;

/// <summary>
/// The one way into the chain (监测台), for HTTP, imports and screening alike: one method an act, which takes the act's body and its
/// sender. Refusals come back in the reply, never as exceptions.
/// </summary>
public sealed partial class MonitoringDesk
{
    private readonly ActDesk _acts;

    internal MonitoringDesk(ActDesk acts) => _acts = acts;
}
