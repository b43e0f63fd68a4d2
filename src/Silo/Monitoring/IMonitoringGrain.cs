using Revitalization.Domain.Commands;
using Revitalization.Domain.Monitoring;

namespace Revitalization.Silo.Monitoring;

/// <summary>One household's monitoring file (监测档案), by the household's id. Free texts arrive sealed.</summary>
public interface IMonitoringGrain : IGrainWithStringKey
{
    /// <param name="command">What is asked.</param>
    /// <param name="context">Who acts, and which command it is.</param>
    /// <param name="within">Region prefixes the sender may act in; null for the platform itself (a reactor).</param>
    Task<CommandReply> Handle(MonitoringCommand command, CommandContext context, string[]? within);
}
