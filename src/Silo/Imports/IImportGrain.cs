using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;

namespace Revitalization.Silo.Imports;

/// <summary>One import (导入), by its id.</summary>
public interface IImportGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(ImportCommand command, CommandContext context);

    Task<Import> Read();
}

/// <summary>One source's column mapping (列映射), by <c>region/kind/source</c>.</summary>
public interface IColumnMappingGrain : IGrainWithStringKey
{
    Task<CommandReply> Handle(ColumnMappingCommand command, CommandContext context);

    Task<ColumnMappingState> Read();
}
