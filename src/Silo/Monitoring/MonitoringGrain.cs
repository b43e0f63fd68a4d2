using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Monitoring;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Households;
using Revitalization.Silo.Policies;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Monitoring;

public sealed class MonitoringGrain(IEventLog log, TimeProvider clock, PolicyBook policies, ILogger<MonitoringGrain> logger)
    : EventSourcedGrain<MonitoringFile, MonitoringEvent>(log, clock, logger, Snapshots.MonitoringFile, MonitoringFile.Empty, MonitoringEvolve.Evolve),
        IMonitoringGrain
{
    public const string StreamPrefix = "monitoring/";

    protected override string Stream => StreamPrefix + this.GetPrimaryKeyString();

    public async Task<CommandReply> Handle(MonitoringCommand command, CommandContext context, string[]? within)
    {
        var place = await GrainFactory.GetGrain<IHouseholdGrain>(this.GetPrimaryKeyString()).Place();
        var today = Clock.ChinaToday();
        var rules = new MonitoringContext(today, policies.For(place?.Village ?? "", today), HouseholdStands: place is { Closed: false });
        return await Handle(context, file => Within(place, within)
            ? MonitoringRules.Decide(file, command, rules)
            : AccessRefusal.ScopeElsewhere.On());
    }

    // Where the household is now decides: after a move the old village no longer acts on it.
    private static bool Within(HouseholdPlace? place, string[]? within) =>
        within is null || place is null || within.Any(prefix => place.Village.StartsWith(prefix, StringComparison.Ordinal));
}
