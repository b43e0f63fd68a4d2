using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Households;
using Revitalization.Domain.Indicators;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Tests.Indicators;

/// <summary>A household and its file's events, drawn: mostly the next step of the chain, now and then anything else; refused commands do not happen.</summary>
internal sealed record DrawnMonitoring(Household Household, ImmutableArray<MonitoringEvent> Events)
{
    private static readonly DateOnly s_start = new(2021, 1, 5);
    private static readonly ImmutableArray<string> s_proof = ["0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11"];

    public static Gen<DrawnMonitoring> Drawn =>
        from household in Histories.Arbitrary.Generator
        from moves in Gen.Choose(0, 70).SelectMany(length => Gen.ArrayOf(Move, length))
        select new DrawnMonitoring(household, Live(moves));

    public MonitoringRecord Record() => Events.Aggregate(MonitoringRecord.Empty, MonitoringRecord.Evolve);

    private static Gen<(int Kind, int Days, int Dice)> Move =>
        from kind in Gen.Choose(0, 99)
        from days in Gen.Choose(0, 35)
        from dice in Gen.Choose(0, 999)
        select (kind, days, dice);

    private static ImmutableArray<MonitoringEvent> Live((int Kind, int Days, int Dice)[] moves)
    {
        var (file, day, events) = (MonitoringFile.Empty, s_start, new List<MonitoringEvent>());
        foreach (var (kind, days, dice) in moves)
        {
            day = day.AddDays(days);
            var command = kind < 60 ? Next(file, day, dice) : Other(file, day, kind, dice);
            var decision = MonitoringRules.Decide(file, command, new MonitoringContext(new(2026, 6, 30), ShippedPacks.Find("jiange-2022")!, HouseholdStands: true));
            if (decision.Refusal is not null) continue;
            events.AddRange(decision.Events);
            file = decision.Events.Aggregate(file, MonitoringEvolve.Evolve);
        }
        return [.. events];
    }

    private static MonitoringCommand Next(MonitoringFile file, DateOnly day, int dice) => file.Step switch
    {
        MonitoringStep.Idle when dice % 7 == 0 && file.Round == 0 =>
            new TakeOver(day, day.AddMonths(-dice % 30), (MonitoredKind)(1 + dice % 3), [RiskKind.Other], day.AddMonths(dice % 14)),
        MonitoringStep.Idle => Clue(day, dice),
        MonitoringStep.Dispatch => new DispatchClues(day, "verifier-1", 0),
        MonitoringStep.Verification => new RecordVerification($"v{day.DayNumber}", day, dice % 5 > 0, [RiskKind.Illness], BasicNeeds.Met, day.AddMonths(dice % 16), s_proof),
        MonitoringStep.VillageReview or MonitoringStep.ClearingReview => new RecordVillageReview(day, dice % 6 > 0, 9, 9, s_proof),
        MonitoringStep.Notice or MonitoringStep.ClearingNotice when file.Notice is null => new PostNotice($"n{day.DayNumber}", day, "村务公开栏", s_proof[0]),
        MonitoringStep.Notice or MonitoringStep.ClearingNotice => new CloseNotice(file.Notice!.Id, day),
        MonitoringStep.TownshipReview => new RecordTownshipReview(day, dice % 6 > 0, Says()),
        MonitoringStep.CountyApproval => new RecordCountyDecision(day, dice % 6 > 0, (MonitoredKind)(1 + dice % 3), Says()),
        MonitoringStep.ClearingApproval => new DecideClearing(file.Clearing!, day, dice % 4 > 0, Says()),
        _ when dice % 3 == 0 => new ProposeClearing($"x{day.DayNumber}", day, BasicNeeds.Met, true, true, s_proof),
        _ => new RecordVisit($"w{day.DayNumber}", day.AddDays(-dice % 40), BasicNeeds.Met, "cadre-1", null, []),
    };

    private static MonitoringCommand Other(MonitoringFile file, DateOnly day, int kind, int dice) => (kind % 10) switch
    {
        0 => Clue(day.AddDays(-dice % 50), dice),
        1 when file.Clues is [.., var clue] => new WithdrawClue(clue.Id, day, Says()),
        2 or 3 => new PutMeasure($"m{dice % 4}", day, "产业帮扶", dice * 100, 1, "次", "cadre-1", day.AddMonths(2)),
        4 when file.Measures is [.., var measure] => new CompleteMeasure(measure.Id, day, Says(), s_proof),
        5 when file.Measures is [var measure, ..] => new WithdrawMeasure(measure.Id, day, Says()),
        6 when file.Visits is [.., var visit] => new WithdrawVisit(visit.Id, day, Says()),
        7 => new RecordCheck($"campaign-{dice % 3}", day, BasicNeeds.Met, "monitor-1"),
        8 when file.ClosedOn is not null => new ReopenFile(day),
        8 when dice % 4 == 0 => new CloseFile(day),
        9 => new ReassessRisk(day, day.AddMonths(dice % 15), Says()),
        _ => new RecordVisit($"v{dice}", day, BasicNeeds.Met, "cadre-1", null, []),
    };

    private static ReportClue Clue(DateOnly day, int dice) => new($"c{day.DayNumber}-{dice}", day, (ClueOrigin)(1 + dice % 4), (RiskKind)(1 + dice % 11));

    private static PersonalText Says() => new(Given.Person(1), Given.Sealed("x"));
}
