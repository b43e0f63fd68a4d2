using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Policies;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Policies;

public sealed class AdoptionGrain(IEventLog log, TimeProvider clock, PolicyBook policies, ILogger<AdoptionGrain> logger)
    : EventSourcedGrain<CountyAdoptions, AdoptionEvent>(log, clock, logger, Snapshots.CountyAdoptions, CountyAdoptions.Empty, CountyAdoptions.Evolve), IAdoptionGrain
{
    protected override string Stream => PolicyBook.StreamOf(this.GetPrimaryKeyString());

    public async Task<CommandReply> Handle(AdoptionCommand command, CommandContext context)
    {
        var rules = new AdoptionContext(PolicyBook.Shipped, Clock.ChinaToday(), context.Actor, Clock.GetUtcNow());
        var reply = await Handle(context, county => AdoptionRules.Decide(county, command, rules));
        if (reply.Refusal is null) await policies.Ensure(this.GetPrimaryKeyString(), reply.Version, CancellationToken.None);
        return reply;
    }
}
