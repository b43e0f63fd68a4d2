using Revitalization.Domain.Assets;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Events;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Silo.Funds;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Assets;

/// <summary>What a project registered reaches the asset; income that goes to the pool (资金池) becomes a promise and an arrival of the pool's fund.</summary>
public sealed class AssetReactor(IGrainFactory grains) : IReactor
{
    public string Name => "asset";

    public bool Wants(StoredEvent stored) => stored.Type is "project.asset-put" or "asset.income-used";

    public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
    {
        var reply = EventCatalog.Read(stored.Type, stored.SchemaVersion, stored.Data) switch
        {
            AssetPut e => await grains.GetGrain<IAssetGrain>(e.Asset).Handle(
                new RegisterAsset(e.On, stored.Stream["project/".Length..], e.Profile, stored.Version), this.Context(stored, e.Asset), within: null),
            AssetIncomeUsed { Fund: { } pool } e => await grains.GetGrain<IFundGrain>(pool).Handle(
                new ReceivePoolIncome(e.On, AssetPool.Origin(stored.Stream["asset/".Length..], e.Use), e.Fen), this.Context(stored, pool)),
            AssetIncomeUsed => null,
            var other => throw new System.Diagnostics.UnreachableException($"No consequence for {other.GetType().Name}."),
        };
        return reply?.Refusal is { } refusal ? [refusal] : [];
    }
}

public static class AssetPool
{
    /// <summary>Names one use of one asset's income for ever, in the pool's fund.</summary>
    public static string Origin(string asset, string use) => $"asset/{asset}/uses/{use}";
}
