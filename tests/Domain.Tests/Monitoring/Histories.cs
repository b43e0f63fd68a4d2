using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Tests.Policies;

namespace Revitalization.Domain.Tests.Monitoring;

/// <summary>What the rules answered.</summary>
internal sealed record Came(Refused? Refusal, IReadOnlyList<MonitoringEvent> Events);

/// <summary>One thing that was tried, and what came of it.</summary>
internal sealed record Tried(MonitoringFile Before, MonitoringCommand Command, Came Came, MonitoringFile After);

/// <summary>A file's life under one county's pack.</summary>
internal sealed record History(PolicyPack Pack, IReadOnlyList<Tried> Steps)
{
    public IEnumerable<MonitoringEvent> Events => Steps.SelectMany(step => step.Came.Events);

    public MonitoringFile File => Steps.Count == 0 ? MonitoringFile.Empty : Steps[^1].After;
}

/// <summary>
/// Random lives of monitoring files. Two draws of three lead on from where the file stands, the third is blind, so that whole
/// procedures happen and nonsense is tried at every point of them. Drawn as numbers: a failing life shrinks to a short one.
/// </summary>
internal static class Histories
{
    private static readonly PolicyPack[] s_packs = [.. Packs.Names.Select(Packs.Get)];

    public static Arbitrary<History> Arbitrary { get; } = Gen.Choose(5, 90)
        .SelectMany(length => Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), length)).Select(Play).ToArbitrary();

    public static History Play(int[] draws)
    {
        var pack = s_packs[draws[0] % s_packs.Length];
        var (file, day, steps) = (MonitoringFile.Empty, Given.Start, new List<Tried>());
        foreach (var draw in draws)
        {
            day = day.AddDays(draw % 7 == 0 ? -draw % 5 : draw % 13);
            var command = draw % 3 == 0 ? Blind(draw / 3, day) : Onward(file, draw / 3, day);
            var decision = MonitoringRules.Decide(file, command, Given.Context(pack, today: new(2039, 12, 31), stands: draw % 50 != 1));
            var after = decision.Events.Aggregate(file, MonitoringEvolve.Evolve);
            steps.Add(new(file, command, new(decision.Refusal, decision.Events), after));
            file = after;
        }
        return new(pack, steps);
    }

    private static MonitoringCommand Onward(MonitoringFile file, int draw, DateOnly day) => file.Step switch
    {
        MonitoringStep.Idle => draw % 9 == 0 ? Takeover(draw, day) : Clue(draw, day),
        MonitoringStep.Dispatch => draw % 9 == 0 ? new WithdrawClue(file.Clues[^1].Id, day, Given.Says("误报")) : new DispatchClues(day, $"verifier-{draw % 3}", 0),
        MonitoringStep.Verification => Verification(draw, day),
        MonitoringStep.VillageReview or MonitoringStep.ClearingReview => new RecordVillageReview(day, draw % 11 != 0, 10, 5 + draw % 6, Given.Proof),
        MonitoringStep.Notice or MonitoringStep.ClearingNotice => OnNotice(file.Notice, draw, day),
        MonitoringStep.TownshipReview => new RecordTownshipReview(day, draw % 11 != 0, Given.Says("不符合条件")),
        MonitoringStep.CountyApproval => new RecordCountyDecision(day, draw % 11 != 0, (MonitoredKind)(1 + draw % 3), Given.Says("不符合条件")),
        MonitoringStep.Helping => Help(file, draw, day),
        MonitoringStep.ClearingApproval => new DecideClearing(file.Clearing!, day, draw % 5 != 0, Given.Says("收入还不稳定")),
        _ => throw new InvalidOperationException($"Nothing leads on from {file.Step}."),
    };

    private static MonitoringCommand OnNotice(Notice? notice, int draw, DateOnly day)
    {
        if (notice is null) return new PostNotice($"n{draw % 90}", day, "村务公开栏", Given.Proof[0]);
        if (notice.Objections.FirstOrDefault(objection => objection.SettledOn is null) is { } open)
            return new SettleObjection(open.Id, day, draw % 6 == 0, Given.Says("经核查"));
        return draw % 3 == 0 ? new RaiseObjection($"o{draw % 90}", day, null) : new CloseNotice(notice.Id, day);
    }

    private static MonitoringCommand Help(MonitoringFile file, int draw, DateOnly day) => (draw % 8) switch
    {
        0 => new PutMeasure($"m{draw % 4}", day, "医疗救助", draw % 10_000, 1, "次", "cadre-1", day.AddDays(30)),
        1 or 2 when !file.Measures.IsEmpty => new CompleteMeasure(file.Measures[0].Id, day.AddDays(30), Given.Says("已落实"), Given.Proof),
        3 => new RecordVisit($"w{draw % 5}", day, (BasicNeeds)(draw % 64), "monitor-1", null, Given.Proof),
        4 => new ReassessRisk(day, day.AddDays(draw % 700), Given.Says("重新研判")),
        5 => new NameCadre(day, "cadre-1", (CadreRank)(1 + draw % 3)),
        6 => new SetIncomeTarget(day.Year, day, draw % 2_000_000),
        _ => new ProposeClearing($"x{draw % 90}", day.AddDays(200), BasicNeeds.Met, true, AnyLabour: true, Given.Proof),
    };

    private static MonitoringCommand Blind(int draw, DateOnly day)
    {
        MonitoringCommand[] any =
        [
            Clue(draw, day), new WithdrawClue($"c{draw % 60}", day, Given.Says("误报")), new DispatchClues(day, $"verifier-{draw % 3}", draw % 60), Verification(draw, day),
            new RecordVillageReview(day, draw % 2 == 0, draw % 9, draw % 7, Given.Proof), new PostNotice($"n{draw % 90}", day, "", Given.Proof[0]),
            new RaiseObjection($"o{draw % 90}", day, Given.Says("有异议")), new SettleObjection($"o{draw % 90}", day, false, Given.Says("不成立")), new CloseNotice($"n{draw % 90}", day),
            new RecordTownshipReview(day, true), new RecordCountyDecision(day, true, MonitoredKind.Marginal), Takeover(draw, day),
            new NameCadre(day, "cadre-2", (CadreRank)(draw % 5)), new PutMeasure($"m{draw % 4}", day, "技能培训", 0, 1, "人次", "cadre-1", day.AddDays(draw % 40 - 5), "M1"),
            new CompleteMeasure($"m{draw % 4}", day, Given.Says("已落实"), []), new WithdrawMeasure($"m{draw % 4}", day, Given.Says("重复")),
            new RecordVisit($"w{draw % 5}", day, BasicNeeds.Met, "monitor-2", Given.Says("在家"), []), new WithdrawVisit($"w{draw % 5}", day, Given.Says("记错户")),
            new RecordCheck($"k{draw % 4}", day, BasicNeeds.WaterLacking, "monitor-1"), new SetIncomeTarget(2020 + draw % 30, day, draw % 3 - 1),
            new ReassessRisk(day, day.AddDays(draw % 90 - 9), Given.Says("重新研判")), new ProposeClearing($"x{draw % 90}", day, (BasicNeeds)(draw % 3), draw % 2 == 0, true, Given.Proof),
            new DecideClearing($"x{draw % 90}", day, true), draw % 4 == 0 ? new CloseFile(day) : new ReopenFile(day), new ReopenFile(day),
        ];
        return any[draw % any.Length];
    }

    private static ReportClue Clue(int draw, DateOnly day) =>
        new($"c{draw % 60}", day, (ClueOrigin)(1 + draw % 4), (RiskKind)(1 + draw % 11), draw % 2 == 0 ? Given.Says("情况说明") : null, Given.Proof);

    private static RecordVerification Verification(int draw, DateOnly day) => new(
        $"v{draw % 90}", day, draw % 8 != 0, [(RiskKind)(1 + draw % 11)], (BasicNeeds)(draw % 64), day.AddDays(draw % 900), Given.Proof);

    private static TakeOver Takeover(int draw, DateOnly day) =>
        new(day, day.AddDays(-(draw % 900)), (MonitoredKind)(draw % 4), [RiskKind.Other], day.AddDays(draw % 400));
}
