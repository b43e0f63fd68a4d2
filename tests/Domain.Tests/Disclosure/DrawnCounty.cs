using Revitalization.Domain.Calendar;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Disclosure;

/// <summary>A county of drawn households, added up village by village as the projections do; the same for the same seed.</summary>
internal sealed class DrawnCounty
{
    public const int Threshold = 5;
    private static readonly CountyPackDays s_packs = new(_ => [], ShippedPacks.All);

    private readonly Random _dice;
    private readonly Dictionary<(string Region, Period Period, string Indicator), long> _sums = [];
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);

    public DrawnCounty(int seed, int townships, int villages)
    {
        _dice = new Random(seed);
        _parents["510000"] = null;
        _parents["510800"] = "510000";
        _parents["510823"] = "510800";
        for (var township = 0; township < townships; township++)
        {
            _parents[$"510823{100 + township}"] = "510823";
            var here = _dice.Next(1, villages + 1);
            for (var village = 0; village < here; village++) Settle($"510823{100 + township}{901 + village}", $"510823{100 + township}");
        }
    }

    public List<DisclosureCell> Cells() =>
    [
        .. from region in _parents
           from period in Periods
           from indicator in IndicatorCatalog.All
           where indicator.Accumulation != Accumulation.Ratio && indicator.Periods.Contains(period.Kind)
           select new DisclosureCell(
               region.Key, region.Value, period, indicator.Code, _sums.GetValueOrDefault((region.Key, period, indicator.Code)), true, DisclosureLimits.Of(Threshold)),
    ];

    private static Period[] Periods { get; } =
        [Period.OfYear(2023), Period.OfQuarter(2023, 1), Period.OfQuarter(2023, 2), Period.OfQuarter(2023, 3), Period.OfQuarter(2023, 4)];

    private void Settle(string village, string township)
    {
        _parents[village] = township;
        var households = _dice.Next(0, 4) switch { 0 => _dice.Next(0, 6), 1 => _dice.Next(5, 20), _ => _dice.Next(20, 60) };
        for (var household = 0; household < households; household++)
        {
            var drawn = Household(village);
            foreach (var entry in HouseholdContribution.Of(drawn)) Add(village, entry);
            if (_dice.Next(0, 6) == 0)
                foreach (var entry in MonitoringContribution.Of(Monitored(), drawn, s_packs)) Add(village, entry);
        }
    }

    private Household Household(string village)
    {
        var monitored = _dice.Next(0, 12) == 0 ? (MonitoredKind)_dice.Next(1, 4) : MonitoredKind.None;
        var profile = new HouseholdProfile(
            (HouseholdKind)_dice.Next(0, 3), monitored, monitored != MonitoredKind.None && _dice.Next(0, 2) == 0, _dice.Next(0, 9) == 0);
        var household = Domain.Households.Household.Evolve(
            Domain.Households.Household.Empty, new HouseholdRegistered(new(2022, 1, 1), village, profile));
        for (var (member, members) = (0, _dice.Next(1, 6)); member < members; member++)
            household = Domain.Households.Household.Evolve(household, Member(member));
        if (_dice.Next(0, 3) > 0)
            household = Domain.Households.Household.Evolve(household, new IncomeRecorded(
                Period.OfQuarter(2023, _dice.Next(1, 5)), new(_dice.Next(0, 900_000), _dice.Next(0, 900_000), _dice.Next(0, 90_000), 0, _dice.Next(0, 90_000))));
        return household;
    }

    /// <summary>A file that went some way: clue, verification, admission, help, clearing.</summary>
    private MonitoringRecord Monitored()
    {
        var day = new DateOnly(2022, 10, 1).AddDays(_dice.Next(0, 300));
        MonitoringEvent[] life =
        [
            new ClueReported(day, "c1", (ClueOrigin)_dice.Next(1, 5), (RiskKind)_dice.Next(1, 12), null, []),
            new CluesDispatched(day = day.AddDays(_dice.Next(1, 20)), "verifier"),
            new RiskVerified(day = day.AddDays(_dice.Next(1, 20)), "v1", [RiskKind.Illness], BasicNeeds.Met, day.AddMonths(_dice.Next(1, 20)), []),
            new VillageReviewAgreed(day = day.AddDays(_dice.Next(1, 20)), 9, 9, []), new NoticeClosed(day = day.AddDays(8), "n1"),
            new TownshipReviewAgreed(day = day.AddDays(_dice.Next(1, 20))),
            new MonitoringAdmitted(day = day.AddDays(_dice.Next(1, 20)), (MonitoredKind)_dice.Next(1, 4), 1, "jiange-2022"),
            new MeasurePlanned(day, "m1", "医疗救助", 1_000_00, 1, "次", "cadre", day.AddDays(90)),
            new VisitRecorded(day = day.AddDays(_dice.Next(1, 60)), "w1", BasicNeeds.Met, "cadre", null, []),
            new MeasureCompleted(day, "m1", new(Given.Person(1), Given.Sealed("x")), []),
            new ClearingProposed(day = day.AddDays(_dice.Next(1, 60)), "x1", []), new RiskCleared(day.AddDays(30), 1, MonitoredKind.Marginal),
        ];
        return life.Take(_dice.Next(1, life.Length + 1)).Aggregate(MonitoringRecord.Empty, MonitoringRecord.Evolve);
    }

    private MemberJoined Member(int member) => new(
        member == 0 ? new(2022, 1, 1) : new(2022 + _dice.Next(0, 2), _dice.Next(1, 13), 1), $"M{member}", _dice.Next(0, 8) == 0 ? JoinKind.MovedIn : JoinKind.Listed,
        new(Given.Person(member), Given.Sealed("x"), null, (Sex)_dice.Next(1, 3), _dice.Next(1940, 2023), Relation.Other,
            (LabourAbility)_dice.Next(0, 3), _dice.Next(0, 4) > 0, (Employment)_dice.Next(0, 6)));

    private void Add(string village, ContributionEntry entry)
    {
        var indicator = IndicatorCatalog.Of(entry.Indicator);
        for (var region = village; region is not null; region = _parents[region])
        {
            foreach (var period in Periods.Where(period => indicator.Accumulation == Accumulation.Stock
                ? entry.Quarter.LastDay <= period.LastDay
                : period.Contains(entry.Quarter)))
                _sums[(region, period, entry.Indicator)] = _sums.GetValueOrDefault((region, period, entry.Indicator)) + entry.Delta;
        }
    }
}
