using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Requests;
using Revitalization.Gateway.Limits;
using Revitalization.Gateway.Routes;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Gateway.Sessions;

/// <summary>The token that goes to the service behind.</summary>
internal sealed record AttachedToken(string Token);

/// <summary>Turns whatever the caller showed into the token that the service behind checks.</summary>
internal sealed class CredentialExchange(TokenCache tokens, SignInRates signIns)
{
    public Task Attach(HttpContext context, RequestDelegate next)
    {
        if (!Proxy.IsMarked(context, ProxyRoutes.Credentialed)) return next(context);
        if (Proxy.IsMarked(context, ProxyRoutes.SignIn) && HttpMethods.IsPost(context.Request.Method)
            && signIns.Refused(context, account: null) is { } refused) return RequestRates.Refuse(context, refused);

        var credential = Credential.Of(context);
        if (credential is null)
        {
            EndBrokenCookie(context);
            return next(context);
        }
        if (credential.Kind != CredentialKind.Bearer) return Exchange(context, credential, next);
        context.Features.Set(new AttachedToken(credential.Secret));
        return next(context);
    }

    private async Task Exchange(HttpContext context, Credential credential, RequestDelegate next)
    {
        if (credential.Kind == CredentialKind.Session && !OwnOrigin.IsRead(context.Request) && !OwnOrigin.Claims(context.Request))
        {
            await OwnOrigin.Refuse(context);
            return;
        }

        var result = await tokens.Get(credential, context.RequestAborted);
        // Whoever signed in with Basic, as spreadsheets do, is asked again in the only way it understands.
        if (result.Outcome == SignInOutcome.Refused && credential.Account is not null) context.Response.Headers.WWWAuthenticate = "Basic realm=\"platform\", charset=\"UTF-8\"";
        await (result.Outcome switch
        {
            SignInOutcome.Granted => Pass(context, result.Reply!, next),
            SignInOutcome.Refused when credential.Kind == CredentialKind.Session => Ended(context, next),
            SignInOutcome.Refused => StatusProblems.Write(context, AccessRefusal.TokenInvalid, "接口密钥无效、已停用或已过期。"),
            SignInOutcome.TooMany => StatusProblems.Write(context, RequestRefusal.TooMany),
            _ => StatusProblems.Write(context, RequestRefusal.ServiceUnavailable),
        });
    }

    private static Task Pass(HttpContext context, SessionReply reply, RequestDelegate next)
    {
        context.Features.Set(new AttachedToken(reply.Token));
        return next(context);
    }

    // The session ended: the caller is anonymous from here on, and what needs a caller answers 401.
    private static Task Ended(HttpContext context, RequestDelegate next)
    {
        SessionCookie.Clear(context);
        return next(context);
    }

    private static void EndBrokenCookie(HttpContext context)
    {
        if (SessionCookie.IsPresent(context.Request)) SessionCookie.Clear(context);
    }
}
