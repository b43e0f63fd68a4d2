using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Revitalization.Hosting.Headers;

/// <summary>Headers that every answer carries, refusals included.</summary>
public static class SecurityHeaders
{
    /// <summary>No inline script, no other origin, no frame; charts colour themselves by class or presentation attribute, not by style.</summary>
    public const string DefaultPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    internal static void UseSecurityHeaders(this IApplicationBuilder app, string contentSecurityPolicy) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = contentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    });
}
