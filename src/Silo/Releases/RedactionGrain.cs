using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Releases;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Releases;

/// <summary>One redaction (隐去); its key is <c>{channel}/{number}</c>.</summary>
public interface IRedactionGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(RedactionCommand command, CommandContext context);

    Task<Redaction> Read();
}

public sealed class RedactionGrain(IEventLog log, TimeProvider clock, ILogger<RedactionGrain> logger)
    : EventSourcedGrain<Redaction, RedactionEvent>(log, clock, logger, Snapshots.Redaction, Redaction.Empty, Redaction.Evolve), IRedactionGrain
{
    protected override string Stream => $"redaction/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(RedactionCommand command, CommandContext context) =>
        Handle(context, redaction => RedactionRules.Decide(redaction, command));

    public async Task<Redaction> Read() => await Current();
}
