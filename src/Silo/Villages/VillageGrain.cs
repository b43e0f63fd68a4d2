using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Regions;
using Revitalization.Domain.Villages;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Villages;

public sealed class VillageGrain(IEventLog log, TimeProvider clock, RegionBook regions, VillageBook villages, ILogger<VillageGrain> logger)
    : EventSourcedGrain<Village, VillageEvent>(log, clock, logger, Snapshots.Village, Village.Empty, Village.Evolve), IVillageGrain
{
    protected override string Stream => $"village/{this.GetPrimaryKeyString()}";

    public async Task<CommandReply> Handle(VillageCommand command, CommandContext context)
    {
        await villages.Ensure(Others(command));
        var rules = new RuleContext(Clock.ChinaToday(), regions, villages);
        var reply = await Handle(context, village => VillageRules.Decide(village, command, rules));
        if (reply.Refusal is null && await Facts() is { } facts) villages.Put(facts);
        return reply;
    }

    public async Task<VillageFacts?> Facts()
    {
        var village = await Current();
        if (!village.IsRegistered) return null;
        var standing = village.Standing();
        return new(standing.Code, standing.Name, standing.From, standing.Until, [.. standing.Successors]);
    }

    private IEnumerable<string> Others(VillageCommand command)
    {
        IEnumerable<string> named = command switch
        {
            RegisterVillage register => register.Predecessors,
            MergeVillage merge => [merge.Into],
            SplitVillage split => split.Successors,
            _ => [],
        };
        return named.Where(code => code != this.GetPrimaryKeyString()); // A call to itself would wait for itself.
    }
}
