using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Revitalization.Hosting.Correlation;

/// <summary>One id follows a request through every service, so that a complaint can be found in all their logs.</summary>
public static class CorrelationId
{
    public const string Header = "X-Correlation-Id";

    private const int LongestId = 64;

    /// <summary>The id of this request.</summary>
    public static string Of(HttpContext context) => context.TraceIdentifier;

    internal static void UseCorrelation(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var sent = context.Request.Headers[Header].ToString();
        // A caller's own text goes into logs and answers: only what cannot be mistaken for anything else is kept.
        context.TraceIdentifier = IsPlain(sent) ? sent : Fresh();
        return next(context);
    });

    private static bool IsPlain(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static string Fresh() => ActivityTraceId.CreateRandom().ToHexString();
}
