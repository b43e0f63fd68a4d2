using Revitalization.Contracts.Assets;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Assets;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Grains;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projects;
using Revitalization.Silo.Regions;
using Revitalization.Storage.EventLog;

namespace Revitalization.Silo.Assets;

/// <summary>One asset from its own stream. A partner sees what its projects left, a county, township or village what stands in it.</summary>
public sealed class AssetReader(IEventLog log, ProjectReader projects, RegionBook regions, TimeProvider clock)
{
    public async Task<(AssetView? View, Enum? Refusal)> Asset(string id, Sender by, CancellationToken cancellation)
    {
        var asset = await log.Fold<Asset, AssetEvent>($"asset/{id}", Domain.Assets.Asset.Empty, Domain.Assets.Asset.Evolve, cancellation);
        if (asset.Profile is not { } profile) return (null, AssetRefusal.AssetUnknown);
        var (project, _) = await projects.State(asset.Project!, by, cancellation);
        if (project is null && !by.Covers(profile.Region)) return (null, AccessRefusal.ScopeElsewhere);
        return (View(id, asset, profile, project?.Profile?.Partnership), null);
    }

    private AssetView View(string id, Asset asset, AssetProfile profile, string? partnership)
    {
        var due = asset.InspectionDueOn;
        var row = new AssetRow(
            id, asset.Project!, partnership, profile.Name, Terms.Code(profile.Class), profile.Region, RegionNames.Full(regions, profile.Region), profile.ValueFen, asset.Owner,
            asset.Keeper, Terms.Code(asset.State), asset.Inspected is { } inspected ? Terms.Code(inspected.Condition) : null, asset.Inspected?.On, due,
            due < clock.ChinaToday(), asset.IncomeFen, asset.UsedFen);
        return new(
            row, profile.Duty, asset.Version,
            [.. asset.Inspections.Values.OrderByDescending(each => (each.On, each.Inspection)).Select(each => new InspectionView(
                each.Inspection, each.On, Terms.Code(each.Condition), each.Note, [.. each.Evidence]))],
            [.. asset.Incomes.OrderBy(each => (each.Value.On, each.Key)).Select(each => new AssetMoneyView(
                each.Key, each.Value.On, each.Value.Year, null, each.Value.Fen, each.Value.Voucher, each.Value.Reversed))],
            [.. asset.Uses.OrderBy(each => (each.Value.On, each.Key)).Select(each => new AssetMoneyView(
                each.Key, each.Value.On, each.Value.On.Year, Terms.Code(each.Value.Purpose), each.Value.Fen, each.Value.Voucher, each.Value.Reversed))],
            [.. Changes(asset).OrderBy(each => each.On)]);
    }

    private static IEnumerable<AssetChangeView> Changes(Asset asset)
    {
        foreach (var (id, e) in asset.Transfers) yield return new(id, e.On, "transfer", $"{e.Owner}、{e.Keeper}（{e.Document}）");
        foreach (var (id, writeOff) in asset.WriteOffs)
        {
            yield return new(id, writeOff.Asked.On, "write-off-asked", writeOff.Asked.Reason);
            if (writeOff is { Approved: { } approved, DecidedOn: { } on }) yield return new(id, on, approved ? "written-off" : "write-off-refused", writeOff.Document!);
        }
    }
}
