using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Households;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Accounts;

public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/api/accounts").RequireAuthorization(Roles.SecurityAdministrator).WithSender().WithTags("账号");
        accounts.MapGet("", List).WithAfter();
        accounts.MapGet("/{account}", Get);
        accounts.MapPut("/{account}", Put);
        accounts.MapPut("/{account}/keys/{key}", PutKey);
        accounts.MapDelete("/{account}/keys/{key}", RevokeKey);
        routes.MapPut("/api/accounts/{account}/password", PutPassword).RequireAuthorization(RolePolicies.SignedIn).WithSender().WithTags("账号");
    }

    private static async Task<Results<Ok<Page<AccountView>>, ProblemHttpResult>> List(
        string? cursor, int? limit, AccountDirectory directory, CancellationToken cancellation)
    {
        if (limit is < 1 or > Cursor.LimitMax) return Replies.Problem(QueryRefusal.LimitOutOfRange, "limit");
        if (Cursor.Read(cursor, 1) is not { } after) return Replies.Problem(QueryRefusal.CursorInvalid, "cursor");
        var size = limit ?? 50;
        var found = await directory.List(after[0], size + 1, cancellation);
        return TypedResults.Ok(new Page<AccountView>([.. found.Take(size)], found.Count > size ? Cursor.Write(found[size - 1].Account) : null));
    }

    private static async Task<Results<Ok<AccountView>, ProblemHttpResult>> Get(string account, AccountDesk desk, TimeProvider clock, HttpContext http)
    {
        if (await desk.Find(account, clock) is not { } view) return Replies.Problem(AccountRefusal.AccountUnknown);
        http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Put(string account, AccountBody body, AccountDesk desk, HttpContext http) =>
        http.Answer(account, await desk.Put(account, body, http.Sender()));

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> PutPassword(
        string account, PasswordBody body, AccountDesk desk, HttpContext http, CancellationToken cancellation) =>
        http.Answer(account, await desk.PutPassword(account, body, http.Sender(), cancellation));

    private static async Task<Results<Ok<ApiKeyReply>, ProblemHttpResult>> PutKey(
        string account, string key, ApiKeyBody body, AccountDesk desk, HttpContext http)
    {
        if (!HouseholdLimits.IsId(key)) return Replies.Problem(CommandRefusal.IdMalformed, "key");
        var (reply, apiKey) = await desk.PutKey(account, key, body, http.Sender());
        if (reply.Refusal is { } refusal) return Replies.Problem(refusal);
        http.Response.Headers.CacheControl = "no-store";
        return apiKey is null ? Replies.Problem(AccountRefusal.ApiKeyExists, "key") : TypedResults.Ok(new ApiKeyReply(key, apiKey, body.ExpiresOn));
    }

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> RevokeKey(string account, string key, AccountDesk desk, HttpContext http) =>
        HouseholdLimits.IsId(key)
            ? http.Answer(key, await desk.RevokeKey(account, key, http.Sender()))
            : Replies.Problem(CommandRefusal.IdMalformed, "key");
}
