using Revitalization.Contracts.Aid;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Regions;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Partnerships the sender may see, each with its six numbers (协作关系清单).</summary>
public sealed class PartnershipList(IRegistryDatabase database, RegionBook regions, TimeProvider clock)
{
    public async Task<List<PartnershipRow>> Read(Sender by, CancellationToken cancellation)
    {
        await using var connection = await database.OpenReader(cancellation);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        var agreed = await PartnershipRows.Read(connection, AidReach.Agreed(by), cancellation);
        var cells = (await AidCell.Read(connection, AidReach.Cells(by), cancellation)).ToLookup(cell => cell.Partnership, StringComparer.Ordinal);
        var silent = await AidCell.Silent(connection, AidReach.Reports(by), clock.ChinaToday(), cancellation);
        return [.. agreed.Values.Select(each => Row(each, [.. cells[each.Code]], silent.GetValueOrDefault(each.Code)))];
    }

    private PartnershipRow Row(PartnershipLine each, List<AidCell> cells, int silent) => new(
        each.Code, each.Kind, each.Donor, RegionNames.Full(regions, each.Donor), each.Recipient, RegionNames.Full(regions, each.Recipient), each.StartYear, each.EndYear,
        cells.Sum(cell => cell.Reports), silent, AidSums.Of(cells));
}
