using Revitalization.Contracts.Identity;
using Revitalization.Domain.Assets;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Policies;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Assets;

/// <summary>One asset (资产), by its id.</summary>
public interface IAssetGrain : IGrainWithStringKey
{
    /// <param name="within">Prefixes of the regions the sender may act in; null for a reactor.</param>
    Task<CommandReply> Handle(AssetCommand command, CommandContext context, string[]? within);

    /// <summary>Null before it is registered.</summary>
    Task<AssetFacts?> Facts();

    /// <summary>The pool's fund that a use of its income went to; null where it did not, or is reversed, or there is none.</summary>
    Task<string?> PoolOf(string use);
}

[GenerateSerializer, Immutable, Alias("asset-facts")]
public sealed record AssetFacts([property: Id(0)] string Project, [property: Id(1)] string Region, [property: Id(2)] AssetState State, [property: Id(3)] long Version);

public sealed class AssetGrain(IEventLog log, TimeProvider clock, PolicyBook policies, ILogger<AssetGrain> logger)
    : EventSourcedGrain<Asset, AssetEvent>(log, clock, logger, Snapshots.Asset, Asset.Empty, Asset.Evolve), IAssetGrain
{
    protected override string Stream => $"asset/{this.GetPrimaryKeyString()}";

    public Task<CommandReply> Handle(AssetCommand command, CommandContext context, string[]? within) => Handle(context, asset =>
        asset.Profile is { } profile && within is not null && !within.Any(prefix => profile.Region.StartsWith(prefix, StringComparison.Ordinal))
            ? AccessRefusal.ScopeElsewhere.On()
            : AssetRules.Decide(asset, command, Uses(asset, command), Clock.ChinaToday()));

    public async Task<AssetFacts?> Facts()
    {
        var asset = await Current();
        return asset.Profile is { } profile ? new(asset.Project!, profile.Region, asset.State, asset.Version) : null;
    }

    public async Task<string?> PoolOf(string use) => (await Current()).Uses.GetValueOrDefault(use) is { Reversed: false } known ? known.Fund : null;

    private IncomeUses Uses(Asset asset, AssetCommand command) => new(policies.For(asset.Profile?.Region ?? "", command.On));
}
