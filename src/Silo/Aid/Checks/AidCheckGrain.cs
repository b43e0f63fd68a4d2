using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Aid.Checks;

/// <summary>One partnership's check of one period (盘点), by <c>{partnership}/{period}</c>.</summary>
public interface IAidCheckGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(AidCheckCommand command, CommandContext context);
}

public sealed class AidCheckGrain(IEventLog log, TimeProvider clock, ILogger<AidCheckGrain> logger)
    : EventSourcedGrain<AidCheck, AidCheckEvent>(log, clock, logger, Snapshots.AidCheck, AidCheck.Empty, AidCheck.Evolve), IAidCheckGrain
{
    protected override string Stream => $"aid-check/{this.GetPrimaryKeyString()}";

    public async Task<CommandReply> Handle(AidCheckCommand command, CommandContext context)
    {
        var partnership = this.GetPrimaryKeyString().Split('/')[0];
        var terms = await GrainFactory.GetGrain<IPartnershipGrain>(partnership).Terms();
        return await Handle(context, check => AidCheckRules.Decide(check, command, terms, Clock.ChinaToday()));
    }
}
