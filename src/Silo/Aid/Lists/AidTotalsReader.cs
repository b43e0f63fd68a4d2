using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Regions;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Totals at any level (协作汇总). Levels are sums of the same cells, so they cannot disagree.</summary>
public sealed class AidTotalsReader(IRegistryDatabase database, RegionBook regions)
{
    public const string Nation = "CN";

    public async Task<(AidTotals? Totals, (Enum Code, string Field)? Refusal)> Read(string? level, string? side, int? year, Sender by, CancellationToken cancellation)
    {
        level ??= "partnership";
        side ??= "recipient";
        if (!AidTerms.Levels.ContainsKey(level)) return (null, (QueryRefusal.FilterUnknown, "level"));
        if (side is not ("recipient" or "donor")) return (null, (QueryRefusal.FilterUnknown, "side"));
        var filter = new AidReportFilter(Year: year);
        if (filter.Broken() is { } broken) return (null, broken);
        await using var connection = await database.OpenReader(cancellation);
        var partnerships = await PartnershipRows.Read(connection, AidReach.Agreed(by), cancellation);
        var cells = await AidCell.Read(connection, filter.Cells(by), cancellation);
        var rows = cells.Where(cell => partnerships.ContainsKey(cell.Partnership)) // All but one agreed within this moment.
            .GroupBy(cell => Code(partnerships[cell.Partnership], level, side), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Total(group.Key, partnerships, [.. group]));
        return (new(level, side, year, [.. rows]), null);
    }

    /// <summary>Where a flow counts: exactly one row. A donor that is a whole province stands in for its own city and county.</summary>
    private string Code(PartnershipLine partnership, string level, string side)
    {
        if (level == "partnership") return partnership.Code;
        if (level == "national") return Nation;
        var region = side == "donor" ? partnership.Donor : partnership.Recipient;
        var wanted = level switch { "county" => RegionLevel.County, "city" => RegionLevel.City, _ => RegionLevel.Province };
        return regions.Ancestors(region).FirstOrDefault(each => each.Level == wanted)?.Code ?? region;
    }

    private AidTotal Total(string code, Dictionary<string, PartnershipLine> partnerships, List<AidCell> cells)
    {
        var fields = AidTerms.Fields.Keys.Select(field => (Field: field, Cells: cells.Where(cell => cell.Field == field).ToList())).Where(each => each.Cells.Count > 0)
            .Select(each => new AidFieldSum(each.Field, each.Cells.Sum(cell => cell.Reports), AidSums.Of(each.Cells)));
        return new(code, Name(code, partnerships), cells.Sum(cell => cell.Reports), AidSums.Of(cells), [.. fields]);
    }

    private string Name(string code, Dictionary<string, PartnershipLine> partnerships)
    {
        if (code == Nation) return "全国";
        return partnerships.TryGetValue(code, out var line)
            ? $"{RegionNames.Full(regions, line.Donor)}—{RegionNames.Full(regions, line.Recipient)}"
            : RegionNames.Full(regions, code);
    }
}
