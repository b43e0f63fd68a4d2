using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Releases;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Releases;

/// <summary><c>/api/redactions</c>: one person asks that a published row be redacted, another approves (双人隐去).</summary>
public static class RedactionEndpoints
{
    public static void MapRedactions(this IEndpointRouteBuilder routes)
    {
        var channel = routes.MapGroup("/api/redactions/{channel}").RequireAuthorization(Roles.County).WithSender().WithTags("发布");
        channel.MapGet("", Latest);
        var redactions = channel.MapGroup("/{number:int:min(1)}");
        redactions.MapPut("", Ask);
        redactions.MapPut("/approval", Approve);
        redactions.MapGet("", Find);
    }

    private static async Task<Results<Ok<RedactionPageView>, ProblemHttpResult>> Latest(string channel, RedactionDesk desk, CancellationToken cancellation) =>
        await desk.Latest(channel, cancellation) is { } page ? TypedResults.Ok(page) : Replies.Problem(RedactionRefusal.ChannelUnknown, "channel");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Ask(
        string channel, int number, RedactionBody body, HttpContext http, RedactionDesk desk, CancellationToken cancellation) =>
        http.Answer(Id(channel, number), await desk.Ask(channel, number, body, http.Sender(), cancellation));

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Approve(
        string channel, int number, RedactionApprovalBody? body, HttpContext http, RedactionDesk desk, CancellationToken cancellation) =>
        http.Answer(Id(channel, number), await desk.Approve(channel, number, body?.Leaf, http.Sender(), cancellation));

    private static async Task<Results<Ok<RedactionView>, ProblemHttpResult>> Find(
        string channel, int number, HttpContext http, RedactionDesk desk, CancellationToken cancellation) =>
        await desk.View(channel, number, cancellation) is { } view ? TypedResults.Ok(view) : Replies.Problem(RedactionRefusal.RedactionUnknown, "number");

    private static string Id(string channel, int number) => string.Create(CultureInfo.InvariantCulture, $"{channel}/{number}");
}
