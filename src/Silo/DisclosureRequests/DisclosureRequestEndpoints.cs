using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.DisclosureRequests;
using Revitalization.Domain.Regions;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Regions;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.DisclosureRequests;

/// <summary>Requests for disclosure (依申请公开) over HTTP: the county's alone.</summary>
public static class DisclosureRequestEndpoints
{
    private const int LimitUsual = 50;

    public static void AddDisclosureRequests(this IServiceCollection services)
    {
        services.AddSingleton<RequestSeals>();
        services.AddSingleton<DisclosureRequestDesk>();
        services.AddSingleton<DisclosureRequestFinder>();
        services.AddSingleton<IProjection, DisclosureRequestProjection>();
    }

    public static void MapDisclosureRequests(this IEndpointRouteBuilder routes)
    {
        var requests = routes.MapGroup("/api/disclosure-requests").RequireAuthorization(Roles.County).WithSender().WithTags("依申请公开");
        requests.MapGet("", List).WithOnly("region", "state", "cursor", "limit").WithAfter();
        requests.MapGet("/years/{year:int:min(2000):max(2100)}", Year).WithOnly("region").WithAfter();
        var one = requests.MapGroup("/{id}").WithIds("id");
        one.MapGet("", Find);
        one.MapPut("", async Task<Reply> (string id, DisclosureRequestBody body, DisclosureRequestDesk desk, HttpContext http, CancellationToken cancellation) =>
            http.Answer(id, await desk.Receive(id, body, http.Sender(), cancellation)));
        one.MapPut("/supplement", async Task<Reply> (string id, SupplementBody body, DisclosureRequestDesk desk, HttpContext http, CancellationToken cancellation) =>
            http.Answer(id, await desk.AskSupplement(id, body, http.Sender(), cancellation)));
        one.MapPut("/extension", async Task<Reply> (string id, ExtensionBody body, DisclosureRequestDesk desk, HttpContext http) =>
            http.Answer(id, await desk.Extend(id, body, http.Sender())));
        one.MapPut("/answer", async Task<Reply> (string id, RequestAnswerBody body, DisclosureRequestDesk desk, HttpContext http, CancellationToken cancellation) =>
            http.Answer(id, await desk.Answer(id, body, http.Sender(), cancellation)));
        Day(one, "acceptance", (by, on) => new AcceptRequest(by, on));
        Day(one, "supplement/receipt", (by, on) => new ReceiveSupplement(by, on));
        Day(one, "consultation", (by, on) => new BeginConsultation(by, on));
        Day(one, "consultation/end", (by, on) => new EndConsultation(by, on));
        Day(one, "withdrawal", (by, on) => new WithdrawRequest(by, on));
    }

    private static void Day(RouteGroupBuilder one, string act, Func<string, DateOnly, DisclosureRequestCommand> command) =>
        one.MapPut($"/{act}", async Task<Reply> (string id, RequestDayBody body, DisclosureRequestDesk desk, HttpContext http) =>
            http.Answer(id, await desk.Act(id, act, body, command, http.Sender())));

    private static async Task<Results<Ok<DisclosureRequestView>, ProblemHttpResult>> Find(
        string id, DisclosureRequestFinder finder, HttpContext http, CancellationToken cancellation)
    {
        var (view, refusal) = await finder.Find(id, http.Sender(), cancellation);
        if (view is null) return Replies.Problem(refusal!, "id");
        http.Tag(view.Version);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<Page<DisclosureRequestLine>>, ProblemHttpResult>> List(
        string? region, string? state, string? cursor, int? limit, DisclosureRequestFinder finder, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 3) is not [_, _, _] after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        if (state is not null && !DisclosureRequestTerms.States.ContainsKey(state)) return Replies.Problem(QueryRefusal.FilterUnknown, "state");
        return Within(region, http.Sender()) is { } within
            ? TypedResults.Ok(await finder.Page(within, state, after, limit ?? LimitUsual, cancellation))
            : Replies.Problem(AccessRefusal.ScopeElsewhere, "region");
    }

    private static async Task<Results<Ok<DisclosureRequestYearView>, ProblemHttpResult>> Year(
        int year, string? region, DisclosureRequestFinder finder, HttpContext http, CancellationToken cancellation) =>
        Within(region, http.Sender()) is { } within
            ? TypedResults.Ok(await finder.Year(year, within, cancellation))
            : Replies.Problem(AccessRefusal.ScopeElsewhere, "region");

    private static string[]? Within(string? region, Sender by) => region is null ? by.Regions() : by.Covers(region) ? [RegionNames.Significant(region)] : null;
}
