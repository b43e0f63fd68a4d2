using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Revitalization.Hosting.Correlation;

namespace Revitalization.Hosting.Headers;

/// <summary>Headers that every answer carries, refusals included.</summary>
public static class AnswerHeaders
{
    /// <summary>No inline script, no other origin, no frame; charts colour themselves by class or presentation attribute, not by style.</summary>
    public const string DefaultPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Name, string Value)[] Fixed =
    [
        (HeaderNames.XContentTypeOptions, "nosniff"),
        (HeaderNames.XFrameOptions, "DENY"),
        // Not no-referrer: with it a browser states no origin on a form either, and the check against foreign forms needs one.
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ];

    private static readonly string[] Names =
        [CorrelationId.Header, HeaderNames.ContentSecurityPolicy, HeaderNames.StrictTransportSecurity, .. Fixed.Select(header => header.Name)];

    internal static void UseAnswerHeaders(this IApplicationBuilder app, ServiceOptions options) => app.Use((context, next) =>
    {
        Fill(context, options); // Nobody has said anything yet.
        return next(context);
    });

    /// <summary>For a service that passes on another's answer: the other's own are to stand.</summary>
    public static void Clear(HttpContext context)
    {
        foreach (var name in Names) context.Response.Headers.Remove(name);
    }

    /// <summary>Adds those that are not there yet.</summary>
    public static void Fill(HttpContext context, ServiceOptions options)
    {
        var headers = context.Response.Headers;
        headers[CorrelationId.Header] = CorrelationId.Of(context);
        foreach (var (name, value) in Fixed) headers.TryAdd(name, value);
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, options.ContentSecurityPolicy);
        if (context.Request.IsHttps) headers.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000");
    }
}
