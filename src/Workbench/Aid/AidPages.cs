using Revitalization.Workbench.Aid.Boards;
using Revitalization.Workbench.Aid.Checks;
using Revitalization.Workbench.Aid.Partnerships;
using Revitalization.Workbench.Aid.Reports;

namespace Revitalization.Workbench.Aid;

/// <summary>Every page of aid between partners (协作帮扶).</summary>
internal static class AidPages
{
    public static void MapAid(this RouteGroupBuilder pages)
    {
        PartnershipPages.Map(pages);
        ReportListPages.Map(pages);
        ReportPages.Map(pages);
        EvidencePages.Map(pages);
        BulkPages.Map(pages);
        AidBoardPages.Map(pages);
        CheckPages.Map(pages);
    }
}
