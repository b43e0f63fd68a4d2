using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Events;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.DisclosureRequests;

/// <summary>One request for disclosure, by its id.</summary>
public interface IDisclosureRequestGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(DisclosureRequestCommand command, CommandContext context);

    Task<DisclosureRequest> Read();
}

public sealed class DisclosureRequestGrain(IEventLog log, TimeProvider clock, RegionBook regions, ILogger<DisclosureRequestGrain> logger)
    : EventSourcedGrain<DisclosureRequest, DisclosureRequestEvent>(log, clock, logger, Snapshots.DisclosureRequest, DisclosureRequest.Empty, DisclosureRequest.Evolve),
        IDisclosureRequestGrain
{
    protected override string Stream => $"disclosure-request/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(DisclosureRequestCommand command, CommandContext context) =>
        Handle(context, request => DisclosureRequestRules.Decide(request, command, regions, WorkdayCalendar.Shipped, Clock.ChinaToday()));

    public async Task<DisclosureRequest> Read() => await Current();
}
