using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Accounts;
using Revitalization.Contracts.Identity;
using Revitalization.Silo.Requests;

namespace Revitalization.Silo.Accounts;

/// <summary>Signing in, renewing, signing out; and the key that verifies tokens.</summary>
public static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/api/sessions").AllowAnonymous().WithTags("会话");
        sessions.MapPost("", SignIn);
        sessions.MapPost("/refresh", Refresh);
        sessions.MapDelete("", SignOut);
        routes.MapGet("/api/keys", Keys).AllowAnonymous().WithTags("会话");
    }

    private static async Task<Results<Ok<SessionReply>, ProblemHttpResult>> SignIn(
        SessionRequest request, SignInDesk desk, HttpContext http, CancellationToken cancellation) =>
        Answer(http, await desk.SignIn(request, cancellation));

    private static async Task<Results<Ok<SessionReply>, ProblemHttpResult>> Refresh(SessionSecret secret, SignInDesk desk, HttpContext http) =>
        Answer(http, await desk.Refresh(secret.Session));

    private static async Task<NoContent> SignOut([FromBody] SessionSecret secret, SignInDesk desk)
    {
        await desk.SignOut(secret.Session);
        return TypedResults.NoContent();
    }

    private static Ok<PublishedKeys> Keys(AccessTokens tokens, HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Ok(new PublishedKeys([tokens.PublicKey]));
    }

    private static Results<Ok<SessionReply>, ProblemHttpResult> Answer(HttpContext http, (SessionReply? Session, AccountRefusal? Refusal) answer)
    {
        http.Response.Headers.CacheControl = "no-store";
        return answer.Session is { } session ? TypedResults.Ok(session) : Replies.Problem(answer.Refusal!.Value);
    }
}

/// <summary>A JWK set (RFC 7517).</summary>
public sealed record PublishedKeys(IReadOnlyList<PublishedKey> Keys);
