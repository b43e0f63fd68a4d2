using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Accounts;

public static class StandInEndpoints
{
    public static void MapStandIns(this IEndpointRouteBuilder routes)
    {
        var standIns = routes.MapGroup("/api")
            .RequireAuthorization(policy => RolePolicies.RequireRole(policy, Roles.SecurityAdministrator, Roles.County)).WithSender().WithTags("账号");
        standIns.MapPut("/accounts/{account}/stand-ins/{act}", Put);
        standIns.MapDelete("/accounts/{account}/stand-ins/{act}", Withdraw);
        standIns.MapGet("/stand-ins", List).WithAfter();
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Put(string account, string act, StandInBody body, StandInDesk desk, HttpContext http) =>
        http.Answer(act, await desk.Name(account, act, body, http.Actor()));

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Withdraw(string account, string act, StandInDesk desk, HttpContext http) =>
        http.Answer(act, await desk.Withdraw(account, act, http.Actor()));

    private static async Task<Results<Ok<Page<StandInView>>, ProblemHttpResult>> List(
        string? account, string? cursor, int? limit, StandInDirectory directory, HttpContext http, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 1) is not [var last] || !TryPosition(last, out var before)) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var size = limit ?? 50;
        var found = await directory.List(account, before, size + 1, http.Sender(), cancellation);
        var next = found.Count > size ? Cursor.Write(found[size - 1].Seq.ToString(CultureInfo.InvariantCulture)) : null;
        return TypedResults.Ok(new Page<StandInView>([.. found.Take(size).Select(each => each.View)], next));
    }

    private static bool TryPosition(string text, out long position)
    {
        position = long.MaxValue;
        return text.Length == 0 || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }
}
