using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Monitoring;
using Revitalization.Domain.Regions;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Households;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Monitoring.Sweep;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Monitoring.Lists;

/// <summary>Reads of monitoring over many households, each inside the caller's scope as it stands now.</summary>
internal static class MonitoringListEndpoints
{
    private const int LimitUsual = 50;

    public static void MapMonitoringLists(this IEndpointRouteBuilder routes)
    {
        var reads = routes.MapGroup("/api/monitoring").RequireAuthorization(RolePolicies.Registrar).WithSender().WithAfter().WithTags("监测");
        reads.MapGet("/files", Files);
        reads.MapGet("/files.xlsx", Workbook);
        reads.MapGet("/files.csv", Text);
        reads.MapGet("/board", Board);
        reads.MapGet("/tasks", Tasks);
        reads.MapGet("/tasks/counts", Counts);
        reads.MapGet("/notices", Notices);
        reads.MapGet("/mine", Mine);
        reads.MapGet("/differences", Differences);
        reads.MapMonitoringSheets();
    }

    private static async Task<Results<Ok<Page<MonitoringRow>>, ProblemHttpResult>> Files(
        [AsParameters] MonitoringFilter filter, MonitoringFinder finder, HttpContext http, CancellationToken cancellation)
    {
        var (page, refusal) = await finder.Find(filter, http.Sender(), cancellation);
        return page is null ? Replies.Problem(refusal!.Value.Code, refusal.Value.Field) : TypedResults.Ok(page);
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Workbook(
        [AsParameters] MonitoringFilter filter, MonitoringFinder finder, HttpContext http, CancellationToken cancellation) =>
        Export(filter, SheetFormat.Workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", finder, http, cancellation);

    /// <summary><c>encoding=gb18030</c> for spreadsheets that read no other; else UTF-8 with its mark.</summary>
    private static Results<PushStreamHttpResult, ProblemHttpResult> Text(
        [AsParameters] MonitoringFilter filter, string? encoding, MonitoringFinder finder, HttpContext http, CancellationToken cancellation) => encoding?.ToUpperInvariant() switch
        {
            null or TextEncodings.Utf8 => Export(filter, SheetFormat.Text(TextEncodings.Utf8), "text/csv; charset=utf-8", finder, http, cancellation),
            TextEncodings.Gb18030 => Export(filter, SheetFormat.Text(TextEncodings.Gb18030), "text/csv; charset=gb18030", finder, http, cancellation),
            _ => Replies.Problem(QueryRefusal.FilterUnknown, "encoding"),
        };

    private static Results<PushStreamHttpResult, ProblemHttpResult> Export(
        MonitoringFilter filter, SheetFormat format, string type, MonitoringFinder finder, HttpContext http, CancellationToken cancellation)
    {
        var by = http.Sender();
        if (MonitoringFinder.Refused(filter, by) is var (code, field)) return Replies.Problem(code, field);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(body => ListExport.Write(body, format, finder.All(filter, by, cancellation), cancellation), type, $"监测对象.{format.Name}");
    }

    private static async Task<Results<Ok<MonitoringBoard>, ProblemHttpResult>> Board(string? region, long? after, BoardCache boards, RegionBook regions, HttpContext http)
    {
        var by = http.Sender();
        if (region is not null && !by.Meets(region)) return Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
        if (region is not null && regions.Find(region) is null && !VillageCode.IsWellFormed(region)) return Replies.Problem(QueryRefusal.RegionNotFound, "region");
        var prefix = region is null ? BoardRegions.Common(by.Regions()) : RegionNames.Significant(region);
        return TypedResults.Ok(await boards.Read(prefix, by.Regions(), after ?? 0));
    }

    private static async Task<Results<Ok<Page<MonitoringTask>>, ProblemHttpResult>> Tasks(
        bool? overdue, string? kind, string? cursor, int? limit, TaskReader tasks, HttpContext http, CancellationToken cancellation)
    {
        if (Broken(limit, cursor, 4) is { } refusal) return refusal;
        if (kind is not null && !MonitoringTerms.Deadlines.ContainsKey(kind)) return Replies.Problem(QueryRefusal.FilterUnknown, "kind");
        return TypedResults.Ok(await tasks.Page(overdue, kind, cursor, limit ?? LimitUsual, http.Sender(), cancellation));
    }

    private static async Task<Ok<MonitoringTaskCounts>> Counts(TaskReader tasks, HttpContext http, CancellationToken cancellation) =>
        TypedResults.Ok(await tasks.Counts(http.Sender(), cancellation));

    private static async Task<Results<Ok<Page<WorklistNotice>>, ProblemHttpResult>> Notices(
        string? cursor, int? limit, NoticeList notices, HttpContext http, CancellationToken cancellation) =>
        Broken(limit, cursor, 2) is { } refusal ? refusal : TypedResults.Ok(await notices.Page(cursor, limit ?? LimitUsual, http.Sender(), cancellation));

    private static async Task<Results<Ok<Page<MonitoringRow>>, ProblemHttpResult>> Mine(
        string? cursor, int? limit, MonitoringFinder finder, HttpContext http, CancellationToken cancellation) =>
        Broken(limit, cursor, 2) is { } refusal ? refusal : TypedResults.Ok(await finder.Mine(cursor, limit ?? LimitUsual, http.Sender(), cancellation));

    private static async Task<Results<Ok<Page<MonitoringDifference>>, ProblemHttpResult>> Differences(
        string? region, string? cursor, int? limit, DifferenceList differences, HttpContext http, CancellationToken cancellation)
    {
        if (Broken(limit, cursor, 2) is { } refusal) return refusal;
        if (region is not null && !http.Sender().Meets(region)) return Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
        return TypedResults.Ok(await differences.Page(region, cursor, limit ?? LimitUsual, http.Sender(), cancellation));
    }

    private static ProblemHttpResult? Broken(int? limit, string? cursor, int parts)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        return Cursor.Read(cursor, parts) is null ? Replies.Problem(QueryRefusal.CursorInvalid, "cursor") : null;
    }
}
