using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Imports;

/// <summary>A fact about one source's column mapping (列映射); its stream is <c>mapping/{region}/{kind}/{source}</c>.</summary>
public abstract record ColumnMappingEvent;

public sealed record ColumnMappingSaved(string Region, string Kind, string Source, ImmutableArray<ColumnRule> Columns, DateTimeOffset At) : ColumnMappingEvent;

public sealed record ColumnMappingRemoved(DateTimeOffset At) : ColumnMappingEvent;

/// <inheritdoc cref="MappedColumn"/>
[GenerateSerializer, Immutable, Alias("column-rule")]
public readonly record struct ColumnRule(
    [property: Id(0)] string Heading, [property: Id(1)] string Field, [property: Id(2)] string Numbers, [property: Id(3)] string Unit);

[GenerateSerializer, Immutable, Alias("column-mapping-command")]
public abstract record ColumnMappingCommand;

[GenerateSerializer, Immutable, Alias("save-column-mapping")]
public sealed record SaveColumnMapping(
    [property: Id(0)] string Region, [property: Id(1)] string Kind, [property: Id(2)] string Source,
    [property: Id(3)] ImmutableArray<ColumnRule> Columns, [property: Id(4)] DateTimeOffset At) : ColumnMappingCommand;

[GenerateSerializer, Immutable, Alias("remove-column-mapping")]
public sealed record RemoveColumnMapping([property: Id(0)] DateTimeOffset At) : ColumnMappingCommand;

[GenerateSerializer, Immutable, Alias("column-mapping")]
public sealed record ColumnMappingState(
    [property: Id(0)] long Version, [property: Id(1)] SaveColumnMapping? Saved)
{
    public static readonly ColumnMappingState Empty = new(0, null);

    [JsonIgnore]
    public bool IsSaved => Saved is not null;

    public static ColumnMappingState Evolve(ColumnMappingState mapping, ColumnMappingEvent happened) => happened switch
    {
        ColumnMappingSaved e => new(mapping.Version + 1, new SaveColumnMapping(e.Region, e.Kind, e.Source, e.Columns, e.At)),
        ColumnMappingRemoved => new(mapping.Version + 1, null),
        _ => throw new UnreachableException($"A column mapping was never taught {happened.GetType().Name}."),
    };
}

public static class ColumnMappingRules
{
    public const int ColumnsMax = 120;
    public const int HeadingMax = 60;
    public const int SourceMax = 60;

    public static Decision<ColumnMappingEvent> Decide(ColumnMappingState mapping, ColumnMappingCommand command) => command switch
    {
        SaveColumnMapping save => Save(mapping, save),
        _ when !mapping.IsSaved => ImportRefusal.MappingUnknown.On(),
        RemoveColumnMapping remove => new ColumnMappingRemoved(remove.At),
        _ => throw new UnreachableException($"No mapping rule for {command.GetType().Name}."),
    };

    private static Decision<ColumnMappingEvent> Save(ColumnMappingState mapping, SaveColumnMapping save)
    {
        if (save.Source is { Length: 0 or > SourceMax }) return ImportRefusal.MappingInvalid.On("source");
        if (save.Columns.Length is 0 or > ColumnsMax) return ImportRefusal.MappingInvalid.On("columns");
        if (!ImportKinds.Open.Contains(save.Kind)) return ImportRefusal.KindUnknown.On("kind");
        var layout = SheetLayouts.Of(save.Kind);
        for (var i = 0; i < save.Columns.Length; i++)
        {
            if (!IsValid(save.Columns[i], layout)) return ImportRefusal.MappingInvalid.On($"columns[{i}]");
        }
        if (save.Columns.DistinctBy(column => TextCleaner.Heading(column.Heading).Value).Count() < save.Columns.Length)
            return ImportRefusal.MappingInvalid.On("columns");
        if (mapping.Saved is { } saved && saved.Columns.SequenceEqual(save.Columns)) return Decision<ColumnMappingEvent>.Nothing;
        return new ColumnMappingSaved(save.Region, save.Kind, save.Source, save.Columns, save.At);
    }

    private static bool IsValid(ColumnRule column, SheetLayout layout) =>
        column.Heading.Length <= HeadingMax && TextCleaner.Heading(column.Heading).Value.Length > 0
        && layout.Has(column.Field)
        && column.Numbers is (NumberForms.Plain or NumberForms.Grouped or NumberForms.FullWidth)
        && column.Unit is ("元" or "万元");
}
