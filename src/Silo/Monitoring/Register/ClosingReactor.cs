using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Households;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring.Register;

/// <summary>
/// A household that closes, or is merged into another, closes its file; where the closing is withdrawn the file goes on. Of a split
/// the file stays with the household that keeps its id: whether those who left are at risk is found out anew.
/// </summary>
public sealed class ClosingReactor(IGrainFactory grains) : IReactor
{
    private const string StreamPrefix = "household/";

    public string Name => "monitoring-closing";

    public bool Wants(StoredEvent stored) => stored.Type is "household.closed" or "household.merged" or "household.entry-corrected";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var id = stored.Stream[StreamPrefix.Length..];
        var command = EventCatalog.Read<HouseholdEvent>(stored.Type, stored.SchemaVersion, stored.Data) switch
        {
            HouseholdClosed e => new CloseFile(e.On),
            HouseholdMerged e => new CloseFile(e.On),
            _ => await Reopened(id, stored),
        };
        if (command is null) return [];
        var reply = await grains.GetGrain<IMonitoringGrain>(id).Handle(command, this.Context(stored, id), within: null);
        return reply.Refusal is { } refusal ? [refusal] : [];
    }

    // Most corrections are of something else: a file that was never closed takes no notice.
    private async Task<MonitoringCommand?> Reopened(string id, StoredEvent stored) =>
        await grains.GetGrain<IHouseholdGrain>(id).Place() is { Closed: false } ? new ReopenFile(ChinaCalendar.DayOf(stored.At)) : null;
}
