using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Monitoring;

/// <summary>
/// The chain from clue to clearing (线索 → 核查 → 评议 → 公示 → 审核 → 审定 → 帮扶 → 消除). Pure and total: events, nothing, or the first
/// rule broken. No step can be jumped, because each is admitted only where the file stands before it.
/// </summary>
public static partial class MonitoringRules
{
    private const int ListMax = 2_000;
    private const int ObjectionsMax = 100;
    private const int TextMax = 200;

    public static Decision<MonitoringEvent> Decide(MonitoringFile file, MonitoringCommand command, MonitoringContext context) =>
        Gate(file, command, context) ?? (command switch
        {
            ReportClue c => Report(file, c),
            WithdrawClue c => Withdraw(file, c),
            DispatchClues c => Dispatch(file, c, context),
            RecordVerification c => Verify(file, c),
            RecordVillageReview c => Review(file, c),
            PostNotice c => Post(file, c, context),
            RaiseObjection c => Object(file, c),
            SettleObjection c => Settle(file, c),
            CloseNotice c => Close(file, c),
            RecordTownshipReview c => ReviewAtTownship(file, c),
            RecordCountyDecision c => DecideAtCounty(file, c, context),
            TakeOver c => TakeOver(file, c, context),
            NameCadre c => Name(file, c, context),
            PutMeasure c => Plan(file, c),
            CompleteMeasure c => Complete(file, c),
            WithdrawMeasure c => Withdraw(file, c),
            RecordVisit c => Visit(file, c),
            WithdrawVisit c => Withdraw(file, c),
            RecordCheck c => Check(file, c),
            SetIncomeTarget c => SetTarget(file, c),
            ReassessRisk c => Reassess(file, c),
            ProposeClearing c => Propose(file, c, context),
            DecideClearing c => DecideClearing(file, c),
            CloseFile c => Shut(file, c),
            ReopenFile c => Reopen(file, c),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        });

    /// <summary>What holds for every command: its day, and whether there is a household to monitor.</summary>
    private static Decision<MonitoringEvent>? Gate(MonitoringFile file, MonitoringCommand command, MonitoringContext context)
    {
        var on = DayOf(command);
        if (on > context.Today) return MonitoringRefusal.DayInFuture.On("on");
        if (command is CloseFile or ReopenFile) return null;
        if (file.ClosedOn is not null) return MonitoringRefusal.FileClosed.On();
        if (!context.HouseholdStands) return MonitoringRefusal.HouseholdAbsent.On();
        if (on < file.Since && IsStep(command)) return MonitoringRefusal.DayBeforeStep.On("on");
        if (Grows(command) && IsFull(file) || command is RaiseObjection && file.Notice?.Objections.Length >= ObjectionsMax) return MonitoringRefusal.FileFull.On();
        return null;
    }

    /// <summary>Full or not, a file can be led to its end.</summary>
    private static bool Grows(MonitoringCommand command) => command is ReportClue or RecordVisit or PutMeasure or RecordCheck;

    private static bool IsFull(MonitoringFile file) =>
        file.Clues.Length + file.Visits.Length + file.Measures.Length + file.Checks.Length + file.Withdrawn.Length >= ListMax;

    private static bool Says(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= TextMax;

    private static bool Says([NotNullWhen(true)] PersonalText? text) => text is { Text.IsCleared: false };

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);

    private static Decision<MonitoringEvent> Shut(MonitoringFile file, CloseFile c) =>
        file.Version == 0 || file.ClosedOn is not null ? Decision<MonitoringEvent>.Nothing : new FileClosed(c.On);

    private static Decision<MonitoringEvent> Reopen(MonitoringFile file, ReopenFile c) =>
        file.ClosedOn is null ? Decision<MonitoringEvent>.Nothing : new FileReopened(c.On);
}
