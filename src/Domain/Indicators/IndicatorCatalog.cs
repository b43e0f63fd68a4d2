using System.Collections.Frozen;
using Revitalization.Domain.Calendar;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Indicators;

/// <summary>Every published figure (指标目录), in the order shown.</summary>
public static class IndicatorCatalog
{
    public static IReadOnlyList<Indicator> All { get; } =
        [.. HouseholdIndicators.All, .. PeopleIndicators.All, .. IncomeIndicators.All, .. MonitoringIndicators.All];

    private static readonly FrozenDictionary<string, Indicator> s_byCode =
        All.ToFrozenDictionary(indicator => indicator.Code, StringComparer.Ordinal);

    public static Indicator? Find(string code) => s_byCode.GetValueOrDefault(code);

    public static Indicator Of(string code) =>
        Find(code) ?? throw new ArgumentException($"No indicator is called {code}.", nameof(code));

    private static readonly FrozenDictionary<string, string> s_inYear = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [IncomeHouseholds] = IncomeHouseholdsYear,
        [MonitoringClueHouseholds] = MonitoringClueHouseholdsYear,
        [MonitoringVisited] = MonitoringVisitedYear,
        [MonitoringPlannedHouseholds] = MonitoringPlannedHouseholdsYear,
        [MonitoringHelpedHouseholds] = MonitoringHelpedHouseholdsYear,
        [MonitoringChecked] = MonitoringCheckedYear,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The households counted once a quarter, by the code that counts them once a year: who guards a year's figure.</summary>
    public static IReadOnlyDictionary<string, string> InYear => s_inYear;

    /// <summary>The count of households that guards a figure in a kind of period: incomes of a year are guarded by who reported in the year.</summary>
    public static string? GuardOf(Indicator indicator, PeriodKind kind) =>
        kind == PeriodKind.Year && indicator.Guard is { } guard && s_inYear.TryGetValue(guard, out var inYear) ? inYear : indicator.Guard;

    /// <summary>Figures that add up to another of the same region and period; what a reader could subtract.</summary>
    public static IReadOnlyList<Classification> Classifications { get; } =
    [
        new(HouseholdsAll, [HouseholdsOrdinary, HouseholdsLifted, HouseholdsLowIncome]),
        new(PeopleAll, [PeopleOrdinary, PeopleLifted, PeopleLowIncome]),
        new(PeopleAll, [PeopleMale, PeopleFemale]),
        new(PeopleAll, [PeopleUnder16, People16To59, People60AndOver]),
        new(HouseholdsMonitored, [HouseholdsUnstableLifted, HouseholdsMarginal, HouseholdsSuddenHardship]),
        new(PeopleMonitored, [PeopleUnstableLifted, PeopleMarginal, PeopleSuddenHardship]),
        new(HouseholdsMonitored, [HouseholdsCleared, HouseholdsUncleared]),
        new(PeopleMonitored, [PeopleCleared, PeopleUncleared]),
        new(LabourAll, [LabourAble, LabourWeak]),
        new(EmployedAll, [EmployedInCounty, EmployedInProvince, EmployedOutOfProvince, EmployedPublicPost, EmployedWorkshop]),
        new(IncomeNet, [IncomeWage, IncomeOperating, IncomeCosts, IncomeProperty, IncomeTransfer], Subtracted: IncomeCosts),
        new(HouseholdsAll, [HouseholdsMonitored], HasRemainder: true),
        new(PeopleAll, [PeopleMonitored], HasRemainder: true),
        new(HouseholdsAll, [HouseholdsResettled], HasRemainder: true),
        new(PeopleAll, [PeopleResettled], HasRemainder: true),
        new(HouseholdsAll, [HouseholdsWithLabour], HasRemainder: true),
        new(HouseholdsWithLabour, [HouseholdsZeroEmployment], HasRemainder: true),
        new(PeopleAll, [LabourAll], HasRemainder: true),
        new(MonitoringFiles, [MonitoringOpen, MonitoringCleared]),
        new(MonitoringFilesPeople, [MonitoringOpenPeople, MonitoringClearedPeople]),
        new(MonitoringFiles, [MonitoringUnstableLifted, MonitoringMarginal, MonitoringSuddenHardship]),
        new(MonitoringFilesPeople, [MonitoringUnstableLiftedPeople, MonitoringMarginalPeople, MonitoringSuddenHardshipPeople]),
        new(MonitoringOpen, [MonitoringSeverity1, MonitoringSeverity2, MonitoringSeverity3]),
        new(MonitoringOpen, [MonitoringStepHelping, MonitoringStepClearing]),
        new(MonitoringOpen, [MonitoringReadmittedStanding], HasRemainder: true),
        new(MonitoringInProcedure, [MonitoringStepDispatch, MonitoringStepVerification, MonitoringStepVillageReview, MonitoringStepNotice,
            MonitoringStepTownshipReview, MonitoringStepCountyApproval]),
        new(HouseholdsAll, [MonitoringFiles], HasRemainder: true),
        new(PeopleAll, [MonitoringFilesPeople], HasRemainder: true),
        new(MonitoringVerified, [MonitoringRiskFound], HasRemainder: true),
        new(MonitoringAdmittedFlow, [MonitoringReadmitted], HasRemainder: true),
    ];

    /// <summary>Counts of people by the count of the very households they live in: never fewer than those, where every household has somebody in it.</summary>
    public static IReadOnlyDictionary<string, string> PeopleOf { get; } = All
        .Where(people => people is { Unit: "人", Scale: 0, Guard: { } guard } && Of(guard) is { Unit: "户" } households && households.Accumulation == people.Accumulation)
        .ToFrozenDictionary(people => people.Code, people => people.Guard!, StringComparer.Ordinal);

    /// <summary>
    /// The national sheet's figures and those of the platform's files, pair by pair. They count the same households: where all pairs of
    /// a group agree, each tells the other; where one differs, a reader cannot know which others do.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<(string Sheet, string Files)>> Links { get; } =
    [
        [
            (HouseholdsMonitored, MonitoringFiles), (HouseholdsUncleared, MonitoringOpen), (HouseholdsCleared, MonitoringCleared),
            (HouseholdsUnstableLifted, MonitoringUnstableLifted), (HouseholdsMarginal, MonitoringMarginal), (HouseholdsSuddenHardship, MonitoringSuddenHardship),
        ],
        [
            (PeopleMonitored, MonitoringFilesPeople), (PeopleUncleared, MonitoringOpenPeople), (PeopleCleared, MonitoringClearedPeople),
            (PeopleUnstableLifted, MonitoringUnstableLiftedPeople), (PeopleMarginal, MonitoringMarginalPeople), (PeopleSuddenHardship, MonitoringSuddenHardshipPeople),
        ],
    ];
}
