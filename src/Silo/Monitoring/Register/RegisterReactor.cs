using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Register;

/// <summary>
/// What a file decided, the register says too (登记与监测一致): admitted, taken over, cleared. The other way nothing follows: a kind that
/// a national sheet states is no admission, and a county sees the difference in its list.
/// </summary>
public sealed class RegisterReactor(IGrainFactory grains) : IReactor
{
    public string Name => "monitoring-register";

    public bool Wants(StoredEvent stored) => stored.Type is "monitoring.admitted" or "monitoring.taken-over" or "monitoring.risk-cleared";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var id = stored.Stream[MonitoringGrain.StreamPrefix.Length..];
        var household = grains.GetGrain<IHouseholdGrain>(id);
        var happened = EventCatalog.Read<MonitoringEvent>(stored.Type, stored.SchemaVersion, stored.Data);
        var command = happened switch
        {
            MonitoringAdmitted e => new StateMonitoring(e.On, e.Kind, RiskCleared: false),
            MonitoringTakenOver e => new StateMonitoring(e.On, e.Kind, RiskCleared: false),
            RiskCleared e => new StateMonitoring(e.On, e.Kind, RiskCleared: true),
            _ => throw new UnreachableException($"The register was never told what {happened.GetType().Name} means."),
        };
        var reply = await household.Handle(command, this.Context(stored, id), within: null);
        return reply.Refusal is { } refusal ? [refusal] : [];
    }
}
