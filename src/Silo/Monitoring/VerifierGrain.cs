using Revitalization.Domain.Commands;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Silo.Monitoring;

/// <summary>Whoever verifies (核查员), by account: dispatches to him pass here one by one, so that his cap holds exactly.</summary>
public interface IVerifierGrain : IGrainWithStringKey
{
    /// <param name="household">Whose clues are sent out.</param>
    /// <param name="command">What is asked; the load it states is counted anew.</param>
    /// <param name="context">Who acts, and which command it is.</param>
    /// <param name="within">Region prefixes the sender may act in.</param>
    Task<CommandReply> Dispatch(string household, DispatchClues command, CommandContext context, string[]? within);
}

/// <summary>Keeps nothing: each dispatch is counted from tables and log after the one before it was written, so a crash loses nothing.</summary>
public sealed class VerifierGrain(VerifierLoad load) : Grain, IVerifierGrain
{
    public async Task<CommandReply> Dispatch(string household, DispatchClues command, CommandContext context, string[]? within)
    {
        var counted = command with { AssigneeLoad = await load.Of(this.GetPrimaryKeyString()) };
        return await GrainFactory.GetGrain<IMonitoringGrain>(household).Handle(counted, context, within);
    }
}
