using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Monitoring.Sweep;
using Revitalization.Silo.Requests;
using Revitalization.Silo.Sheets;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Every list of monitoring as a workbook, at the list's address with <c>.xlsx</c> after it.</summary>
internal static class MonitoringSheetEndpoints
{
    public static void MapMonitoringSheets(this RouteGroupBuilder reads)
    {
        reads.MapGet("/tasks.xlsx", Tasks);
        reads.MapGet("/notices.xlsx", Notices);
        reads.MapGet("/mine.xlsx", Mine);
        reads.MapGet("/differences.xlsx", Differences);
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Tasks(
        bool? overdue, string? kind, TaskReader tasks, HttpContext http, CancellationToken cancellation)
    {
        if (kind is not null && !MonitoringTerms.Deadlines.ContainsKey(kind)) return Replies.Problem(QueryRefusal.FilterUnknown, "kind");
        var by = http.Sender();
        return PagedSheet.Of(http, "待办", ListSheets.Tasks, cursor => tasks.Page(overdue, kind, cursor, PagedSheet.RowsPerRead, by, cancellation));
    }

    private static PushStreamHttpResult Notices(NoticeList notices, HttpContext http, CancellationToken cancellation)
    {
        var by = http.Sender();
        return PagedSheet.Of(http, "提醒", ListSheets.Notices, cursor => notices.Page(cursor, PagedSheet.RowsPerRead, by, cancellation));
    }

    private static PushStreamHttpResult Mine(MonitoringFinder finder, HttpContext http, CancellationToken cancellation)
    {
        var by = http.Sender();
        return PagedSheet.Of(http, "我的联系户", ListSheets.Files, cursor => finder.Mine(cursor, PagedSheet.RowsPerRead, by, cancellation));
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Differences(string? region, DifferenceList differences, HttpContext http, CancellationToken cancellation)
    {
        var by = http.Sender();
        if (region is not null && !by.Meets(region)) return Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
        return PagedSheet.Of(http, "台账差异", ListSheets.Differences, cursor => differences.Page(region, cursor, PagedSheet.RowsPerRead, by, cancellation));
    }
}
