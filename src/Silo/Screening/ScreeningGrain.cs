using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Screening;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Screening;

public sealed class ScreeningGrain(IEventLog log, TimeProvider clock, ILogger<ScreeningGrain> logger)
    : EventSourcedGrain<CountyScreening, ScreeningEvent>(log, clock, logger, Snapshots.CountyScreening, CountyScreening.Empty, CountyScreening.Evolve), IScreeningGrain
{
    protected override string Stream => $"screening/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(ScreeningCommand command, CommandContext context) =>
        Handle(context, screening => ScreeningRules.Decide(screening, command, context.Actor, Clock.GetUtcNow()));

    public async Task<ScreeningState?> Read()
    {
        var now = await Current();
        return now.Request is { } asked
            ? new(asked.Kind, asked.Period, asked.Day, asked.Pack, asked.At, now.Run, now.Screened, now.Flagged, now.EndedAt, now.Problem)
            : null;
    }
}

public sealed class CampaignGrain(IEventLog log, TimeProvider clock, ILogger<CampaignGrain> logger)
    : EventSourcedGrain<Campaign, CampaignEvent>(log, clock, logger, Snapshots.Campaign, Campaign.Empty, Campaign.Evolve), ICampaignGrain
{
    protected override string Stream => $"campaign/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(PutCampaign command, CommandContext context) => Handle(context, campaign => CampaignRules.Decide(campaign, command));

    public async Task<bool> IsAnnounced() => (await Current()).Version > 0;
}
