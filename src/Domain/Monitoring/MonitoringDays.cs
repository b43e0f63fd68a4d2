using System.Diagnostics;

namespace Revitalization.Domain.Monitoring;

/// <summary>The days that commands name.</summary>
public static partial class MonitoringRules
{
    /// <summary>A step may not lie before the one it follows; help and clues may be recorded late.</summary>
    private static bool IsStep(MonitoringCommand command) => command is not
        (ReportClue or RecordVisit or WithdrawVisit or PutMeasure or CompleteMeasure or WithdrawMeasure or RecordCheck or SetIncomeTarget);

    private static DateOnly DayOf(MonitoringCommand command) => command switch
    {
        ReportClue c => c.On,
        WithdrawClue c => c.On,
        DispatchClues c => c.On,
        RecordVerification c => c.On,
        RecordVillageReview c => c.On,
        PostNotice c => c.On,
        RaiseObjection c => c.On,
        SettleObjection c => c.On,
        CloseNotice c => c.On,
        RecordTownshipReview c => c.On,
        RecordCountyDecision c => c.On,
        TakeOver c => c.On,
        NameCadre c => c.On,
        PutMeasure c => c.On,
        CompleteMeasure c => c.On,
        WithdrawMeasure c => c.On,
        RecordVisit c => c.On,
        WithdrawVisit c => c.On,
        RecordCheck c => c.On,
        SetIncomeTarget c => c.On,
        ReassessRisk c => c.On,
        ProposeClearing c => c.On,
        DecideClearing c => c.On,
        CloseFile c => c.On,
        ReopenFile c => c.On,
        _ => throw new UnreachableException($"No day for {command.GetType().Name}."),
    };
}
