using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Access;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Releases;

/// <summary><c>/api/release-keys</c>: one administrator asks for another key, another approves it (双人换钥).</summary>
public static class KeyChangeEndpoints
{
    public static void MapKeyChanges(this IEndpointRouteBuilder routes)
    {
        var channel = routes.MapGroup("/api/release-keys/{channel}/changes")
            .RequireAuthorization(policy => RolePolicies.RequireRole(policy, Roles.SystemAdministrator, Roles.SecurityAdministrator)).WithSender().WithTags("发布");
        channel.MapGet("", Latest);
        var changes = channel.MapGroup("/{number:int:min(1)}");
        changes.MapPut("", Ask);
        changes.MapPut("/approval", Approve);
        changes.MapGet("", Find);
    }

    private static async Task<Results<Ok<KeyChangePageView>, ProblemHttpResult>> Latest(string channel, KeyChanges changes, CancellationToken cancellation) =>
        await changes.Latest(channel, cancellation) is { } page ? TypedResults.Ok(page) : Replies.Problem(KeyChangeRefusal.ChannelUnknown, "channel");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Ask(
        string channel, int number, KeyChangeBody body, HttpContext http, KeyChanges changes, CancellationToken cancellation) =>
        http.Answer(Id(channel, number), await changes.Ask(channel, number, body, http.Sender(), cancellation));

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Approve(
        string channel, int number, HttpContext http, KeyChanges changes, CancellationToken cancellation) =>
        http.Answer(Id(channel, number), await changes.Approve(channel, number, http.Sender(), cancellation));

    private static async Task<Results<Ok<KeyChangeView>, ProblemHttpResult>> Find(
        string channel, int number, KeyChanges changes, CancellationToken cancellation) =>
        await changes.Find(channel, number, cancellation) is { } view ? TypedResults.Ok(view) : Replies.Problem(KeyChangeRefusal.ChangeUnknown, "number");

    private static string Id(string channel, int number) => string.Create(CultureInfo.InvariantCulture, $"{channel}/{number}");
}
