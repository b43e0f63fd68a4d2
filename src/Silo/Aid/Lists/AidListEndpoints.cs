using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Aid;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Aid.Tasks;
using Revitalization.Silo.Imports.Reading;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Aid.Lists;

/// <summary>Reads of aid over many partnerships and reports, each within the caller's reach as it stands now.</summary>
internal static class AidListEndpoints
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] s_reportFilters = ["partnership", "region", "year", "state", "field", "form", "silent", "shared"];

    public static void MapAidLists(this IEndpointRouteBuilder routes)
    {
        var reads = routes.MapGroup("/api").RequireAuthorization(RolePolicies.SignedIn).WithSender().WithAfter().WithTags("协作");
        reads.MapGet("/partnerships", Partnerships).WithOnly();
        reads.MapGet("/aid/reports", Reports).WithOnly([.. s_reportFilters, "cursor", "limit"]);
        reads.MapGet("/aid/reports.xlsx", Sheet).WithOnly(s_reportFilters);
        reads.MapGet("/aid/reports/counts", Counts).WithOnly(s_reportFilters);
        reads.MapGet("/aid/tasks", async Task<Ok<AidTaskList>> (AidTaskReader tasks, HttpContext http, CancellationToken cancellation) =>
            TypedResults.Ok(await tasks.Read(http.Sender(), cancellation))).WithOnly();
        reads.MapGet("/aid/totals", Totals).WithOnly("level", "side", "year");
        reads.MapGet("/aid/board", Board).WithOnly("partnership", "region", "year");
        reads.MapGet("/partnerships/{code}/reports/{id:guid}/shared", Shared);
        reads.MapGet("/partnerships/{code}/years/{year:int}", Year);
        reads.MapGet("/partnerships/{code}/years/{year:int}.xlsx", YearSheet);
    }

    private static async Task<Ok<List<PartnershipRow>>> Partnerships(PartnershipList list, HttpContext http, CancellationToken cancellation) =>
        TypedResults.Ok(await list.Read(http.Sender(), cancellation));

    private static async Task<Results<Ok<Page<AidReportRow>>, ProblemHttpResult>> Reports(
        [AsParameters] AidReportFilter filter, AidReportFinder finder, HttpContext http, CancellationToken cancellation) =>
        Refused(filter, http) ?? (Results<Ok<Page<AidReportRow>>, ProblemHttpResult>)TypedResults.Ok(await finder.Find(filter, http.Sender(), cancellation));

    private static Results<PushStreamHttpResult, ProblemHttpResult> Sheet(
        [AsParameters] AidReportFilter filter, AidReportFinder finder, HttpContext http, CancellationToken cancellation)
    {
        if (Refused(filter, http) is { } refused) return refused;
        var by = http.Sender();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(body => AidReportSheet.Write(body, SheetFormat.Workbook, finder.All(filter, by, cancellation), cancellation), WorkbookType, "支援报告.xlsx");
    }

    private static async Task<Results<Ok<AidReportCounts>, ProblemHttpResult>> Counts(
        [AsParameters] AidReportFilter filter, AidReportFinder finder, HttpContext http, CancellationToken cancellation) =>
        Refused(filter, http) ?? (Results<Ok<AidReportCounts>, ProblemHttpResult>)TypedResults.Ok(await finder.Count(filter, http.Sender(), cancellation));

    private static async Task<Results<Ok<AidTotals>, ProblemHttpResult>> Totals(
        string? level, string? side, int? year, AidTotalsReader totals, HttpContext http, CancellationToken cancellation)
    {
        var (read, refusal) = await totals.Read(level, side, year, http.Sender(), cancellation);
        return read is null ? Replies.Problem(refusal!.Value.Code, refusal.Value.Field) : TypedResults.Ok(read);
    }

    private static async Task<Results<Ok<AidBoard>, ProblemHttpResult>> Board(
        string? partnership, string? region, int? year, AidBoardReader boards, HttpContext http, CancellationToken cancellation)
    {
        if (Refused(new(Partnership: partnership, Region: region, Year: year), http) is { } refused) return refused;
        var (board, refusal) = await boards.Read(partnership, region, year, http.Sender(), cancellation);
        return board is null ? Replies.Problem(refusal!.Value.Code, refusal.Value.Field) : TypedResults.Ok(board);
    }

    private static async Task<Results<Ok<List<SharedPaper>>, ProblemHttpResult>> Shared(
        string code, Guid id, AidReader reader, SharedPapers papers, HttpContext http, CancellationToken cancellation)
    {
        var (report, refusal) = await reader.Report(code, id.ToString("D"), http.Sender(), cancellation);
        return report is null ? Replies.Problem(refusal!) : TypedResults.Ok(await papers.Of(report.Id, http.Sender(), cancellation));
    }

    private static async Task<Results<Ok<AidYear>, ProblemHttpResult>> Year(
        string code, int year, AidYearReader years, HttpContext http, CancellationToken cancellation)
    {
        var (read, refusal) = await years.Read(code, year, http.Sender(), cancellation);
        return read is null ? Replies.Problem(refusal!) : TypedResults.Ok(read);
    }

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> YearSheet(
        string code, int year, AidYearReader years, AidReportFinder finder, HttpContext http, CancellationToken cancellation)
    {
        var by = http.Sender();
        var (read, refusal) = await years.Read(code, year, by, cancellation);
        if (read is null) return Replies.Problem(refusal!);
        http.Response.Headers.CacheControl = "no-store";
        var reports = finder.All(new(Partnership: code, Year: year), by, cancellation);
        return TypedResults.Stream(body => AidYearSheet.Write(body, read, reports, cancellation), WorkbookType, $"{code}-{year}.xlsx");
    }

    private static ProblemHttpResult? Refused(AidReportFilter filter, HttpContext http) =>
        AidReportFinder.Refused(filter, http.Sender()) is var (code, field) ? Replies.Problem(code, field) : null;
}
