using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>A few villages of drawn households that change from release to release; small enough to be solved exactly. The same for the same seed.</summary>
internal sealed class SmallCounty
{
    private static readonly string[] s_kinds = [HouseholdsOrdinary, HouseholdsLifted, HouseholdsLowIncome];
    private static readonly string[] s_people = [PeopleOrdinary, PeopleLifted, PeopleLowIncome];
    private static readonly string[] s_monitored = [HouseholdsUnstableLifted, HouseholdsMarginal, HouseholdsSuddenHardship];

    private readonly Random _dice;
    private readonly List<(string Village, int Kind, int Monitored, bool Cleared, bool Resettled, int People, long Wage)> _households = [];
    private readonly List<string> _villages = [];

    public SmallCounty(int seed)
    {
        _dice = new Random(seed);
        for (var township = _dice.Next(1, 4); township > 0; township--)
            for (var village = _dice.Next(1, 5); village > 0; village--) _villages.Add($"510823{100 + township}{900 + village}");
        foreach (var village in _villages)
            for (var household = _dice.Next(0, 3) == 0 ? _dice.Next(1, 8) : _dice.Next(8, 40); household > 0; household--) _households.Add(Draw(village));
    }

    /// <summary>Some months later: households come, go, and are counted otherwise.</summary>
    public void LiveOn()
    {
        for (var change = _dice.Next(1, 6); change > 0; change--)
        {
            var at = _dice.Next(_households.Count);
            if (_dice.Next(0, 3) == 0) _households.Add(Draw(_villages[_dice.Next(_villages.Count)]));
            else _households[at] = Draw(_households[at].Village);
        }
    }

    public List<DisclosureCell> Cells(int threshold = 5)
    {
        var sums = new Dictionary<(string Region, string Indicator), long>();
        foreach (var household in _households)
        {
            foreach (var region in Above(household.Village))
                foreach (var (indicator, value) in Counted(household)) sums[(region, indicator)] = sums.GetValueOrDefault((region, indicator)) + value;
        }
        var regions = sums.Keys.Select(key => key.Region).Distinct().Order(StringComparer.Ordinal);
        var indicators = sums.Keys.Select(key => key.Indicator).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. from region in regions from indicator in indicators
                   select new DisclosureCell(region, Parent(region), Period.OfQuarter(2023, 3), indicator, sums.GetValueOrDefault((region, indicator)), true, DisclosureLimits.Of(threshold))];
    }

    private (string, int, int, bool, bool, int, long) Draw(string village) =>
        (village, _dice.Next(0, 3), _dice.Next(0, 4) == 0 ? _dice.Next(0, 3) : -1, _dice.Next(0, 2) == 0, _dice.Next(0, 5) == 0, _dice.Next(1, 6), _dice.Next(0, 3) == 0 ? _dice.Next(1, 90_000) : 0);

    private static IEnumerable<(string, long)> Counted((string Village, int Kind, int Monitored, bool Cleared, bool Resettled, int People, long Wage) one)
    {
        yield return (HouseholdsAll, 1);
        yield return (s_kinds[one.Kind], 1);
        yield return (PeopleAll, one.People);
        yield return (s_people[one.Kind], one.People);
        if (one.Resettled) yield return (HouseholdsResettled, 1);
        if (one.Wage > 0)
        {
            yield return (IncomeHouseholds, 1);
            yield return (IncomeWage, one.Wage);
            yield return (IncomeTransfer, 1_000);
            yield return (IncomeNet, one.Wage + 1_000);
        }
        if (one.Monitored < 0) yield break;
        yield return (HouseholdsMonitored, 1);
        yield return (s_monitored[one.Monitored], 1);
        yield return (one.Cleared ? HouseholdsCleared : HouseholdsUncleared, 1);
        yield return (PeopleMonitored, one.People);
    }

    private static IEnumerable<string> Above(string village) => [village, village[..9], village[..6]];

    private static string? Parent(string region) => region.Length switch { 12 => region[..9], 9 => region[..6], _ => null };
}
