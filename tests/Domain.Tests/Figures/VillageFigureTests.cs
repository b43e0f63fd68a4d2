using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Tests.Figures;

/// <summary>The villages of the site review, household by household: the contributions must add up to what was reported.</summary>
public sealed class VillageFigureTests
{
    public static TheoryData<string, int, int, int, int, int, int> Villages => new()
    {
        // village, households, people, lifted households, lifted people, monitored households, monitored people
        { "梭滩村", 740, 2129, 113, 336, 4, 13 },
        { "海山村", 902, 3892, 167, 601, 2, 8 },
        { "太平场村", 1000, 3562, 141, 521, 3, 9 },
    };

    [Theory]
    [MemberData(nameof(Villages))]
    public void A_village_adds_up_to_its_reported_figures(
        string name, int households, int people, int lifted, int liftedPeople, int monitored, int monitoredPeople)
    {
        List<Household> register =
        [
            .. Group(lifted, liftedPeople, new(HouseholdKind.Lifted)),
            .. Group(monitored, monitoredPeople, new(HouseholdKind.Ordinary, MonitoredKind.SuddenHardship)),
            .. Group(households - lifted - monitored, people - liftedPeople - monitoredPeople, new(HouseholdKind.Ordinary)),
        ];

        var sums = Sums(register);

        sums[HouseholdsAll].ShouldBe(households, name);
        sums[PeopleAll].ShouldBe(people);
        sums[HouseholdsLifted].ShouldBe(lifted);
        sums[PeopleLifted].ShouldBe(liftedPeople);
        sums[HouseholdsMonitored].ShouldBe(monitored);
        sums[PeopleMonitored].ShouldBe(monitoredPeople);
    }

    [Fact]
    public void Of_suotans_four_monitored_households_one_with_four_people_is_cleared()
    {
        var sums = Sums([
            .. Group(1, 4, new(HouseholdKind.Ordinary, MonitoredKind.SuddenHardship, RiskCleared: true)),
            .. Group(3, 9, new(HouseholdKind.Ordinary, MonitoredKind.SuddenHardship)),
        ]);

        (sums[HouseholdsMonitored], sums[PeopleMonitored]).ShouldBe((4, 13));
        (sums[HouseholdsCleared], sums[PeopleCleared]).ShouldBe((1, 4));
        (sums[HouseholdsUncleared], sums[PeopleUncleared]).ShouldBe((3, 9));
        sums[HouseholdsSuddenHardship].ShouldBe(4);
    }

    [Fact]
    public void Taipingchang_has_fifty_five_resettled_households_with_183_people()
    {
        var sums = Sums([.. Group(55, 183, new(HouseholdKind.Lifted, Resettled: true)), .. Group(86, 338, new(HouseholdKind.Lifted))]);

        (sums[HouseholdsResettled], sums[PeopleResettled]).ShouldBe((55, 183));
        (sums[HouseholdsLifted], sums[PeopleLifted]).ShouldBe((141, 521));
    }

    /// <summary>So many households with so many people among them, as evenly as it goes.</summary>
    private static IEnumerable<Household> Group(int households, int people, HouseholdProfile profile) =>
        Enumerable.Range(0, households).Select(at => Family(profile, people / households + (at < people % households ? 1 : 0)));

    private static Household Family(HouseholdProfile profile, int members) => Enumerable.Range(1, members).Aggregate(
        Household.Evolve(Household.Empty, new HouseholdRegistered(Given.Start, Given.Village, profile)),
        (household, at) => Household.Evolve(household, new MemberJoined(
            Given.Start, $"M{at}", JoinKind.Listed, Given.Details(at, at == 1 ? Relation.Head : Relation.Child))));

    private static Dictionary<string, long> Sums(IEnumerable<Household> register) => register
        .SelectMany(HouseholdContribution.Of)
        .Where(entry => entry.Quarter <= Period.OfQuarter(2023, 2))
        .GroupBy(entry => entry.Indicator)
        .ToDictionary(entries => entries.Key, entries => entries.Sum(entry => entry.Delta));
}
