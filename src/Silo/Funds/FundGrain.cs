using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Funds;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Funds;

/// <summary>One fund (资金), named by county, year and source.</summary>
public interface IFundGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(FundCommand command, CommandContext context);
}

public sealed class FundGrain(IEventLog log, TimeProvider clock, ILogger<FundGrain> logger)
    : EventSourcedGrain<Fund, FundEvent>(log, clock, logger, Snapshots.Fund, Fund.Empty, Fund.Evolve), IFundGrain
{
    protected override string Stream => $"fund/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(FundCommand command, CommandContext context) =>
        Handle(context, fund => FundRules.Decide(fund, command, Clock.ChinaToday()));
}
