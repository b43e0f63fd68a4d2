using Revitalization.Domain.Assets;
using Revitalization.Silo.Aid.Lists;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;
using Revitalization.Silo.Projections;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Assets.Lists;

/// <summary>Assets and what was done with them as lists read them (资产台账).</summary>
public sealed class AssetProjection : IProjection
{
    public const string ProjectionName = "assets";

    public string Name => ProjectionName;

    public int SchemaVersion => 1;

    public IReadOnlyList<ProjectionTable> Tables => [AssetTables.Assets, AssetTables.Entries];

    public bool Wants(StoredEvent stored) => AidProjection.Key(stored, "asset/") is not null;

    public async Task Apply(IReadOnlyList<StoredEvent> events, ProjectionBatch batch, CancellationToken cancellation)
    {
        string[] ids = [.. events.Select(stored => AidProjection.Key(stored, "asset/")!).Distinct(StringComparer.Ordinal)];
        var lines = (await batch.Find(AssetLine.Columns, "assets", "asset", ids, AssetLine.Read, cancellation)).ToDictionary(StringComparer.Ordinal);
        var entries = new AssetEntries(batch);
        foreach (var stored in events)
        {
            await AidProjection.Guard(stored, async () =>
            {
                var (id, happened) = (AidProjection.Key(stored, "asset/")!, AidProjection.Read<AssetEvent>(stored));
                lines[id] = AssetLine.Apply(lines.GetValueOrDefault(id), happened, stored.Version);
                await entries.Apply(id, happened, stored.Version, cancellation);
            });
        }
        await batch.Upsert(AssetTables.AssetRow, [.. lines.Select(each => each.Value.Row(each.Key))], cancellation);
        await entries.Write(cancellation);
    }
}

/// <summary>One row an act; a reversal marks the row of the act it reverses.</summary>
internal sealed class AssetEntries(ProjectionBatch batch)
{
    private readonly Dictionary<(string Asset, string Kind, string Entry), object?[]> _rows = [];

    public async Task Apply(string asset, AssetEvent happened, long version, CancellationToken cancellation)
    {
        switch (happened)
        {
            case AssetInspected e: Put(asset, "inspection", e.Inspection, version, e.On, e.On.Year, Terms.Code(e.Condition), 0, null); break;
            case AssetIncomeRecorded e: Put(asset, "income", e.Income, version, e.On, e.Year, null, e.Fen, null); break;
            case AssetIncomeUsed e: Put(asset, "use", e.Use, version, e.On, e.On.Year, Terms.Code(e.Purpose), e.Fen, e.Fund); break;
            case AssetTransferred e: Put(asset, "transfer", e.Transfer, version, e.On, e.On.Year, null, 0, null); break;
            case WriteOffAsked e: Put(asset, "write-off", e.WriteOff, version, e.On, e.On.Year, "asked", 0, null); break;
            case WriteOffRefused e: Put(asset, "write-off", e.WriteOff, version, e.On, e.On.Year, "refused", 0, null); break;
            case AssetWrittenOff e: Put(asset, "write-off", e.WriteOff, version, e.On, e.On.Year, "approved", 0, null); break;
            case AssetIncomeReversed e: await Reverse(asset, "income", e.Income, cancellation); break;
            case AssetUseReversed e: await Reverse(asset, "use", e.Use, cancellation); break;
            case AssetRegistered: break; // The asset's own row says all of it.
            default: throw new System.Diagnostics.UnreachableException($"No entry for {happened.GetType().Name}.");
        }
    }

    public async Task Write(CancellationToken cancellation)
    {
        await batch.Upsert(AssetTables.EntryRow, [.. _rows.Values], cancellation);
        _rows.Clear();
    }

    private void Put(string asset, string kind, string entry, long version, DateOnly on, int year, string? detail, long fen, string? fund) =>
        _rows[(asset, kind, entry)] = [asset, kind, entry, version, PersonFields.Day(on), (long)year, detail, fen, fund, 0L];

    private async Task Reverse(string asset, string kind, string entry, CancellationToken cancellation)
    {
        await Write(cancellation); // The row may be among these.
        await using var command = batch.Command($"UPDATE {batch.Table("asset_entries")} SET reversed=1 WHERE asset=@asset AND kind=@kind AND entry=@entry");
        command.Add("asset", asset);
        command.Add("kind", kind);
        command.Add("entry", entry);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
