using Revitalization.Domain.Calendar;
using Revitalization.Domain.Claims;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Policies;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Claims;

/// <summary>One stated figure (表述), by <c>{county}/{claim}</c>.</summary>
public interface IClaimGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(ClaimCommand command, CommandContext context);
}

public sealed class ClaimGrain(IEventLog log, TimeProvider clock, PolicyBook policies, ILogger<ClaimGrain> logger)
    : EventSourcedGrain<Claim, ClaimEvent>(log, clock, logger, Snapshots.Claim, Claim.Empty, Claim.Evolve), IClaimGrain
{
    protected override string Stream => $"claim/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(ClaimCommand command, CommandContext context)
    {
        var county = this.GetPrimaryKeyString().Split('/')[0];
        return Handle(context, claim => ClaimRules.Decide(claim, command, policies.For(county, command.On), Clock.ChinaToday()));
    }
}
