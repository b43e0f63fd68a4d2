using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Revitalization.Hosting.Correlation;

namespace Revitalization.Hosting.Headers;

/// <summary>Headers that every answer carries, refusals included.</summary>
public static class AnswerHeaders
{
    /// <summary>No inline script, no other origin, no frame; charts colour themselves by class or presentation attribute, not by style.</summary>
    public const string DefaultPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    internal static void UseAnswerHeaders(this IApplicationBuilder app, ServiceOptions options) => app.Use((context, next) =>
    {
        Apply(context, options);
        return next(context);
    });

    internal static void Apply(HttpContext context, ServiceOptions options)
    {
        var headers = context.Response.Headers;
        headers[CorrelationId.Header] = CorrelationId.Of(context);
        headers.ContentSecurityPolicy = options.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
