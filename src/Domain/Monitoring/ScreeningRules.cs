using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Monitoring;

/// <summary>What is recorded beside the chain: who was seen in a campaign, and the income a plan aims at.</summary>
public static partial class MonitoringRules
{
    private const int YearsAheadMax = 5;

    private static Decision<MonitoringEvent> Check(MonitoringFile file, RecordCheck c)
    {
        if (file.Checks.FirstOrDefault(check => Same(check.Campaign, c.Campaign)) is { } earlier)
            return earlier.On == c.On && earlier.Needs == c.Needs ? Decision<MonitoringEvent>.Nothing : MonitoringRefusal.AlreadyChecked.On("campaign");
        return new CheckRecorded(c.On, c.Campaign, c.Needs, c.By);
    }

    private static Decision<MonitoringEvent> SetTarget(MonitoringFile file, SetIncomeTarget c)
    {
        if (!file.IsMonitored) return MonitoringRefusal.NotMonitored.On();
        if (c.Year < file.Admission!.On.Year || c.Year > c.On.Year + YearsAheadMax) return MonitoringRefusal.TargetYearImplausible.On("year");
        if (c.PerHeadFen < 0) return MonitoringRefusal.AmountNegative.On("perHeadFen");
        return file.Targets.Contains(new(c.Year, c.PerHeadFen)) ? Decision<MonitoringEvent>.Nothing : new IncomeTargetSet(c.On, c.Year, c.PerHeadFen);
    }
}
