using System.Diagnostics;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Monitoring;

/// <summary>
/// The chain from clue to clearing (线索 → 核查 → 评议 → 公示 → 审核 → 审定 → 帮扶 → 消除). Pure and total: events, nothing, or the first
/// rule broken. No step can be jumped, because each is admitted only where the file stands before it.
/// </summary>
public static partial class MonitoringRules
{
    private const int ListMax = 2_000;
    private const int TextMax = 200;

    public static Decision<MonitoringEvent> Decide(MonitoringFile file, MonitoringCommand command, MonitoringContext context) =>
        Gate(file, command, context) ?? (command switch
        {
            ReportClue c => Report(file, c),
            DispatchClues c => Dispatch(file, c, context),
            RecordVerification c => Verify(file, c),
            RecordVillageReview c => Review(file, c),
            PostNotice c => Post(file, c, context),
            RaiseObjection c => Object(file, c),
            SettleObjection c => Settle(file, c),
            CloseNotice c => Close(file, c),
            RecordTownshipReview c => ReviewAtTownship(file, c),
            RecordCountyDecision c => DecideAtCounty(file, c, context),
            NameCadre c => Name(file, c, context),
            PutMeasure c => Plan(file, c),
            CompleteMeasure c => Complete(file, c),
            RecordVisit c => Visit(file, c),
            ReassessRisk c => Reassess(file, c),
            ProposeClearing c => Propose(file, c, context),
            DecideClearing c => DecideClearing(file, c),
            CloseFile c => CloseFile(file, c),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        });

    /// <summary>What holds for every command: its day, and whether there is a household to monitor.</summary>
    private static Decision<MonitoringEvent>? Gate(MonitoringFile file, MonitoringCommand command, MonitoringContext context)
    {
        var on = DayOf(command);
        if (on > context.Today) return MonitoringRefusal.DayInFuture.On("on");
        if (command is CloseFile) return null;
        if (file.ClosedOn is not null) return MonitoringRefusal.FileClosed.On();
        if (!context.HouseholdStands) return MonitoringRefusal.HouseholdAbsent.On();
        if (on < file.Since && IsStep(command)) return MonitoringRefusal.DayBeforeStep.On("on");
        if (file.Clues.Length + file.Visits.Length + file.Measures.Length >= ListMax) return MonitoringRefusal.FileFull.On();
        return null;
    }

    private static bool IsStep(MonitoringCommand command) => command is not (ReportClue or RecordVisit or PutMeasure or CompleteMeasure);

    private static DateOnly DayOf(MonitoringCommand command) => command switch
    {
        ReportClue c => c.On,
        DispatchClues c => c.On,
        RecordVerification c => c.On,
        RecordVillageReview c => c.On,
        PostNotice c => c.On,
        RaiseObjection c => c.On,
        SettleObjection c => c.On,
        CloseNotice c => c.On,
        RecordTownshipReview c => c.On,
        RecordCountyDecision c => c.On,
        NameCadre c => c.On,
        PutMeasure c => c.On,
        CompleteMeasure c => c.On,
        RecordVisit c => c.On,
        ReassessRisk c => c.On,
        ProposeClearing c => c.On,
        DecideClearing c => c.On,
        CloseFile c => c.On,
        _ => throw new UnreachableException($"No day for {command.GetType().Name}."),
    };

    private static bool Says(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= TextMax;

    private static Decision<MonitoringEvent> CloseFile(MonitoringFile file, CloseFile c) =>
        file.ClosedOn is not null ? Decision<MonitoringEvent>.Nothing : new FileClosed(c.On);
}
