using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Grains;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Imports;

public sealed class ImportGrain(IEventLog log, TimeProvider clock, ILogger<ImportGrain> logger)
    : EventSourcedGrain<Import, ImportEvent>(log, clock, logger, Snapshots.Import, Import.Empty, Import.Evolve), IImportGrain
{
    protected override string Stream => $"import/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(ImportCommand command, CommandContext context) =>
        Handle(context, import => ImportRules.Decide(import, command));

    public async Task<Import> Read() => await Current();
}

public sealed class ColumnMappingGrain(IEventLog log, TimeProvider clock, ILogger<ColumnMappingGrain> logger)
    : EventSourcedGrain<ColumnMappingState, ColumnMappingEvent>(
        log, clock, logger, Snapshots.ColumnMapping, ColumnMappingState.Empty, ColumnMappingState.Evolve), IColumnMappingGrain
{
    protected override string Stream => $"mapping/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(ColumnMappingCommand command, CommandContext context) =>
        Handle(context, mapping => ColumnMappingRules.Decide(mapping, command));

    public async Task<ColumnMappingState> Read() => await Current();
}
