using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Silo.Policies;

/// <summary>Which rules one county goes by (采用), by its six-digit code.</summary>
public interface IAdoptionGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(AdoptionCommand command, CommandContext context);
}
