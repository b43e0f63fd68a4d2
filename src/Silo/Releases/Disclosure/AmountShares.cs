using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Indicators;
using Revitalization.Storage.Registry;

namespace Revitalization.Silo.Releases.Disclosure;

/// <summary>Amounts of which few households make up most (优势法则): who knows his own part knows nearly his neighbour's.</summary>
public sealed class AmountShares(IRegistryDatabase registry, RegionBook regions)
{
    public async Task<IReadOnlySet<(string Region, Period Period, string Indicator)>> Dominated(
        Func<string, Indicator, HeldLimits> rules, int from, CancellationToken cancellation)
    {
        var shares = new Dictionary<(string Region, Period Period, string Indicator), AmountShare>();
        await using var connection = await registry.OpenReader(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT contribution FROM household_states";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            foreach (var (key, amount) in Amounts(Contribution.Read((byte[])rows.GetValue(0)), from))
            {
                if (!shares.TryGetValue(key, out var share)) shares[key] = share = new(rules(key.Region, IndicatorCatalog.Of(key.Indicator)).Limits);
                share.Add(amount);
            }
        }
        return shares.Where(share => share.Value.IsDominated).Select(share => share.Key).ToHashSet();
    }

    /// <summary>One household's amounts, for each place it counts in, by quarter and by year.</summary>
    private Dictionary<(string Region, Period Period, string Indicator), long> Amounts(List<ContributionEntry> entries, int from)
    {
        var amounts = new Dictionary<(string, Period, string), long>();
        foreach (var entry in entries)
        {
            if (entry.Quarter.Year < from || IndicatorCatalog.Find(entry.Indicator) is not { Scale: > 0, Accumulation: Accumulation.Flow }) continue;
            foreach (var region in regions.Ancestors(entry.Village).Select(region => region.Code).Prepend(entry.Village))
            {
                foreach (var period in (Period[])[entry.Quarter, entry.Quarter.YearOf])
                    amounts[(region, period, entry.Indicator)] = amounts.GetValueOrDefault((region, period, entry.Indicator)) + entry.Delta;
            }
        }
        return amounts;
    }
}
