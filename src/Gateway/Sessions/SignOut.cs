using Revitalization.Gateway.Limits;

namespace Revitalization.Gateway.Sessions;

/// <summary><c>POST /sign-out</c>: ends the session at the Silo and forgets its token here.</summary>
internal static class SignOut
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", (RequestDelegate)Post).AllowAnonymous();

    private static async Task Post(HttpContext context)
    {
        if (!OwnOrigin.Claims(context.Request))
        {
            await OwnOrigin.Refuse(context);
            return;
        }
        var services = context.RequestServices;
        if (services.GetRequiredService<SessionCookie>().Read(context.Request) is { } session)
        {
            services.GetRequiredService<TokenCache>().Forget(new Credential(CredentialKind.Session, session));
            await services.GetRequiredService<SiloSessions>().End(session, context.RequestAborted);
        }
        SessionCookie.Clear(context);
        SignIn.SeeOther(context, "/");
    }
}
