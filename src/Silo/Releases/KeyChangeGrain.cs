using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Releases;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Releases;

/// <summary>One change of key (换钥); its key is <c>{channel}/{number}</c>.</summary>
public interface IKeyChangeGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(KeyChangeCommand command, CommandContext context);

    Task<KeyChange> Read();
}

public sealed class KeyChangeGrain(IEventLog log, TimeProvider clock, ILogger<KeyChangeGrain> logger)
    : EventSourcedGrain<KeyChange, KeyChangeEvent>(log, clock, logger, Snapshots.KeyChange, KeyChange.Empty, KeyChange.Evolve), IKeyChangeGrain
{
    protected override string Stream => $"release-key/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(KeyChangeCommand command, CommandContext context) =>
        Handle(context, change => KeyChangeRules.Decide(change, command));

    public async Task<KeyChange> Read() => await Current();
}
