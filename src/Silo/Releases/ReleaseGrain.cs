using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Releases;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Releases;

/// <summary>One release (一期发布); its key is <c>{channel}/{number}</c>.</summary>
public interface IReleaseGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(ReleaseCommand command, CommandContext context);

    Task<Release> Read();
}

public sealed class ReleaseGrain(IEventLog log, TimeProvider clock, ILogger<ReleaseGrain> logger)
    : EventSourcedGrain<Release, ReleaseEvent>(log, clock, logger, Snapshots.Release, Release.Empty, Release.Evolve), IReleaseGrain
{
    protected override string Stream => $"release/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(ReleaseCommand command, CommandContext context) =>
        Handle(context, release => ReleaseRules.Decide(release, command, Clock.ChinaToday()));

    public async Task<Release> Read() => await Current();
}
