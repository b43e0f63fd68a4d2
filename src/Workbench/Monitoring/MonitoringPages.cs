using Revitalization.Workbench.Monitoring.Acts;
using Revitalization.Workbench.Monitoring.Board;
using Revitalization.Workbench.Monitoring.Bulk;
using Revitalization.Workbench.Monitoring.Differences;
using Revitalization.Workbench.Monitoring.Evidence;
using Revitalization.Workbench.Monitoring.Explain;
using Revitalization.Workbench.Monitoring.Lists;
using Revitalization.Workbench.Monitoring.Mine;
using Revitalization.Workbench.Monitoring.Print;
using Revitalization.Workbench.Monitoring.Tasks;

namespace Revitalization.Workbench.Monitoring;

/// <summary>Every page of monitoring (防返贫监测).</summary>
internal static class MonitoringPages
{
    public static void MapMonitoring(this RouteGroupBuilder pages)
    {
        TaskPages.Map(pages);
        MyHouseholdPages.Map(pages);
        BoardPages.Map(pages);
        ListPages.Map(pages);
        BulkPages.Map(pages);
        DifferencePages.Map(pages);
        MonitoringFilePages.Map(pages);
        ActPages.Map(pages);
        EvidencePages.Map(pages);
        ExplainPages.Map(pages);
        PrintPages.Map(pages);
    }
}
