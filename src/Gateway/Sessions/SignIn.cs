using System.Net;
using Microsoft.AspNetCore.Http.Features;
using Revitalization.Contracts.Requests;
using Revitalization.Gateway.Limits;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Gateway.Sessions;

/// <summary><c>POST /sign-in</c>: the only place outside the Silo that sees a password, and it keeps none.</summary>
internal static class SignIn
{
    private const int LongestForm = 16 * 1024;

    public static void MapSignIn(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-in", (RequestDelegate)Post).AllowAnonymous();

    private static async Task Post(HttpContext context)
    {
        // Else another site could sign a person in as somebody else and read what they then enter.
        if (!OwnOrigin.Claims(context.Request))
        {
            await OwnOrigin.Refuse(context);
            return;
        }
        if (!context.Request.HasFormContentType)
        {
            await StatusProblems.Write(context, RequestRefusal.MediaTypeUnsupported);
            return;
        }
        var form = await context.Request.ReadFormAsync(new FormOptions { BufferBodyLengthLimit = LongestForm, ValueCountLimit = 10, ValueLengthLimit = 4096 }, context.RequestAborted);
        await Attempt(context, form["account"].ToString(), form["password"].ToString(), SignInRedirect.OwnPage(form["returnTo"]));
    }

    private static async Task Attempt(HttpContext context, string account, string password, string returnTo)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<SignInRates>().Refused(context, account) is not null)
        {
            Again(context, "too-many", returnTo);
            return;
        }
        var result = await services.GetRequiredService<SiloSessions>().SignIn(account, password, context.RequestAborted);
        switch (result.Outcome)
        {
            case SignInOutcome.Granted when result.Reply?.Session is { } session:
                services.GetRequiredService<SessionCookie>().Set(context, session);
                SeeOther(context, returnTo);
                break;
            case SignInOutcome.Unavailable:
                await StatusProblems.Write(context, RequestRefusal.ServiceUnavailable);
                break;
            default:
                Again(context, result.Outcome == SignInOutcome.TooMany ? "too-many" : "wrong", returnTo);
                break;
        }
    }

    private static void Again(HttpContext context, string failed, string returnTo) =>
        SeeOther(context, $"{SignInRedirect.Page}?failed={failed}&returnTo={WebUtility.UrlEncode(returnTo)}");

    internal static void SeeOther(HttpContext context, string location)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = location;
        context.Response.Headers.CacheControl = "no-store";
    }
}
