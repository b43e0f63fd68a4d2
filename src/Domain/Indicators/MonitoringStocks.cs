using Revitalization.Domain.Calendar;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using static Revitalization.Domain.Indicators.IndicatorCodes;

namespace Revitalization.Domain.Indicators;

/// <summary>
/// Where a household stands on the last day of each quarter in which that changes. Its colour turns by time alone: the turns are known
/// ahead (<see cref="ColourTimeline"/>), so their deltas stand in the quarters to come.
/// </summary>
internal static class MonitoringStocks
{
    private static readonly Dictionary<string, long> s_nothing = [];

    public static void Add(MonitoringRecord record, Household household, CountyPackDays packs, Deltas deltas)
    {
        if (record.Standings.IsEmpty) return;
        var rounds = record.AllRounds().ToList();
        var spans = rounds.ConvertAll(round => Colours(round, record.File, household, packs));
        var (village, before) = ("", s_nothing);
        foreach (var quarter in ChangingQuarters(record, rounds, spans, household))
        {
            var (to, after) = Count(record, rounds, spans, household.AsOf(quarter.LastDay), quarter.LastDay);
            deltas.AddDifference(quarter, village, before, to == village ? after : s_nothing);
            if (to != village) deltas.AddDifference(quarter, to, s_nothing, after);
            (village, before) = (to, after);
        }
    }

    private static IReadOnlyList<ColourSpan> Colours(MonitoringRound round, MonitoringFile file, Household household, CountyPackDays packs) =>
        ColourTimeline.Of(file with { Admission = round.Admission, Finding = round.Finding }, round.Forecasts,
            day => packs.On(VillageOn(household, day), day), packs.Days(household.Villages.Select(stay => (stay.From, stay.Value.Village))));

    private static string VillageOn(Household household, DateOnly day) => household.VillageOn(day) ?? household.Villages[0].Value.Village;

    private static SortedSet<Period> ChangingQuarters(
        MonitoringRecord record, List<MonitoringRound> rounds, List<IReadOnlyList<ColourSpan>> spans, Household household)
    {
        var first = record.Standings.Min(standing => standing.From);
        var days = record.Standings.Select(standing => standing.From)
            .Concat(rounds.Select(round => round.From)).Concat(rounds.Select(round => round.Until).OfType<DateOnly>())
            .Concat(spans.SelectMany(each => each).Select(span => span.From))
            .Concat(household.DatedEntries().Select(dated => dated.From));
        return [.. days.Where(day => day >= first && day.Year <= Period.YearMax).Select(Period.QuarterOf)];
    }

    private static (string Village, Dictionary<string, long> Counts) Count(
        MonitoringRecord record, List<MonitoringRound> rounds, List<IReadOnlyList<ColourSpan>> spans, HouseholdView? view, DateOnly day)
    {
        var counts = new Dictionary<string, long>();
        if (view is not { Exists: true }) return (view?.Village ?? "", counts);
        if (StepCode(record.Standings.LastOrDefault(standing => standing.From <= day)?.Step ?? MonitoringStep.Idle) is { } step) counts[step] = 1;
        if (counts.Keys.Any(code => code is not (MonitoringStepHelping or MonitoringStepClearing))) counts[MonitoringInProcedure] = 1;
        var at = rounds.FindLastIndex(round => round.From <= day);
        if (at >= 0) AddRound(counts, rounds[at], spans[at], view, day);
        return (view.Village, counts);
    }

    private static void AddRound(Dictionary<string, long> counts, MonitoringRound round, IReadOnlyList<ColourSpan> spans, HouseholdView view, DateOnly day)
    {
        var isOpen = round.Until is not { } until || day < until;
        if (!isOpen && !round.Cleared) return;
        Both(counts, view, MonitoringFiles, MonitoringFilesPeople);
        if (isOpen) Both(counts, view, MonitoringOpen, MonitoringOpenPeople);
        else Both(counts, view, MonitoringCleared, MonitoringClearedPeople);
        var (households, people) = round.Admission.Kind switch
        {
            MonitoredKind.UnstableLifted => (MonitoringUnstableLifted, MonitoringUnstableLiftedPeople),
            MonitoredKind.Marginal => (MonitoringMarginal, MonitoringMarginalPeople),
            _ => (MonitoringSuddenHardship, MonitoringSuddenHardshipPeople),
        };
        Both(counts, view, households, people);
        if (!isOpen) return;
        if (round.Number > 1) counts[MonitoringReadmittedStanding] = 1;
        if (spans.FirstOrDefault(span => span.From <= day && day <= span.Until) is { } span) counts[Severity(span.Colour.Severity)] = 1;
    }

    private static string Severity(int severity) => severity switch { 1 => MonitoringSeverity1, 2 => MonitoringSeverity2, _ => MonitoringSeverity3 };

    private static string? StepCode(MonitoringStep step) => step switch
    {
        MonitoringStep.Dispatch => MonitoringStepDispatch,
        MonitoringStep.Verification => MonitoringStepVerification,
        MonitoringStep.VillageReview => MonitoringStepVillageReview,
        MonitoringStep.Notice => MonitoringStepNotice,
        MonitoringStep.TownshipReview => MonitoringStepTownshipReview,
        MonitoringStep.CountyApproval => MonitoringStepCountyApproval,
        MonitoringStep.Helping => MonitoringStepHelping,
        MonitoringStep.ClearingReview or MonitoringStep.ClearingNotice or MonitoringStep.ClearingApproval => MonitoringStepClearing,
        _ => null,
    };

    private static void Both(Dictionary<string, long> counts, HouseholdView view, string households, string people)
    {
        counts[households] = 1;
        if (view.Members.Length > 0) counts[people] = view.Members.Length;
    }
}
