using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Regions;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Aid.Template;

/// <summary>The sheet that a partner fills in, for whoever sees the partnership.</summary>
public static class TemplateEndpoints
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapAidTemplate(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/partnerships/{code}/reports/template.xlsx", Get).RequireAuthorization(RolePolicies.SignedIn).WithSender().WithTags("协作");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string code, int? year, AidReader reader, RegionBook regions, TimeProvider clock, HttpContext http, CancellationToken cancellation)
    {
        var (partnership, refusal) = await reader.Partnership(code, http.Sender(), cancellation);
        if (partnership is null) return Replies.Problem(refusal!);
        var asked = year ?? clock.ChinaToday().Year;
        using var file = new MemoryStream(); // At most some thousand pairings: small enough to be built whole.
        ReportTemplate.Write(file, partnership, asked, regions);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(file.ToArray(), WorkbookType, string.Create(CultureInfo.InvariantCulture, $"支援报告填报表-{code}-{asked}.xlsx"));
    }
}
