using System.Collections.Immutable;
using Revitalization.Contracts.Imports;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Imports;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Imports;

/// <summary>Saves, finds and removes column mappings (列映射).</summary>
public sealed class MappingDesk(IGrainFactory grains, ContentHash contentHash, TimeProvider clock)
{
    /// <summary>As saved now; none where the source has none.</summary>
    public async Task<ImmutableArray<ColumnRule>> RulesOf(string region, string kind, string source) =>
        (await Grain(region, kind, source).Read()).Saved?.Columns ?? [];

    public async Task<ColumnMapping?> Find(string region, string kind, string source)
    {
        var mapping = await Grain(region, kind, source).Read();
        return mapping.Saved is not { } saved ? null : new ColumnMapping(
            saved.Region, saved.Kind, saved.Source,
            Columns(saved.Columns),
            mapping.Version, saved.At);
    }

    public static IReadOnlyList<MappedColumn> Columns(ImmutableArray<ColumnRule> rules) =>
        rules.Select(rule => new MappedColumn(rule.Heading, rule.Field, rule.Numbers, rule.Unit)).ToList();

    public Task<CommandReply> Put(string region, string kind, string source, ColumnMappingBody body, Sender by)
    {
        var columns = body.Columns.Select(column => new ColumnRule(column.Heading, column.Field, column.Numbers, column.Unit));
        var save = new SaveColumnMapping(region, kind, source, [.. columns], clock.GetUtcNow());
        return Grain(region, kind, source).Handle(save, Context(region, kind, source, body, by));
    }

    public Task<CommandReply> Remove(string region, string kind, string source, Sender by) =>
        Grain(region, kind, source).Handle(new RemoveColumnMapping(clock.GetUtcNow()), Context(region, kind, source, "removed", by));

    private CommandContext Context<TBody>(string region, string kind, string source, TBody body, Sender by)
    {
        var address = $"mapping/{region}/{kind}/{source}";
        return by.Context(address, contentHash.Of(address, body));
    }

    private IColumnMappingGrain Grain(string region, string kind, string source) =>
        grains.GetGrain<IColumnMappingGrain>($"{region}/{kind}/{source}");
}
