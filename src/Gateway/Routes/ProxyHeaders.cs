using Microsoft.Net.Http.Headers;
using Revitalization.Gateway.Sessions;
using Revitalization.Hosting;
using Revitalization.Hosting.Correlation;
using Revitalization.Hosting.Headers;
using Revitalization.Hosting.Look;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Revitalization.Gateway.Routes;

/// <summary>What a service behind is told, and what the outside is told of it.</summary>
internal static class ProxyHeaders
{
    // Said about a request by those who forward it: from outside it is hearsay.
    private static readonly string[] Hearsay =
    [
        "Forwarded", "X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-Original-Host", "X-Forwarded-Prefix", "X-Forwarded-Port",
        "X-HTTP-Method-Override", "X-Api-Key", "Proxy-Authorization",
    ];

    public static void Add(TransformBuilderContext transforms)
    {
        transforms.AddXForwarded(ForwardedTransformActions.Set);
        transforms.AddRequestTransform(Tell);
        transforms.AddResponseTransform(Show);
    }

    private static ValueTask Tell(RequestTransformContext request)
    {
        var headers = request.ProxyRequest.Headers;
        foreach (var header in Hearsay) headers.Remove(header);
        foreach (var (header, _) in request.HttpContext.Request.Headers)
        {
            if (IsInternal(header)) headers.Remove(header);
        }

        headers.Remove(CorrelationId.Header);
        headers.Add(CorrelationId.Header, CorrelationId.Of(request.HttpContext));
        headers.Remove(HeaderNames.Authorization);
        if (request.HttpContext.Features.Get<AttachedToken>() is { } attached)
            headers.TryAddWithoutValidation(HeaderNames.Authorization, "Bearer " + attached.Token);
        headers.Remove(HeaderNames.Cookie);
        if (Cookies(request.HttpContext) is { Length: > 0 } cookies) headers.TryAddWithoutValidation(HeaderNames.Cookie, cookies);
        return ValueTask.CompletedTask;
    }

    // Who does not want to know who calls is told one thing only: in what type the reader wants pages.
    private static string? Cookies(HttpContext context) => Proxy.IsMarked(context, ProxyRoutes.Credentialed)
        ? SessionCookie.OtherCookies(context.Request)
        : ReadingMode.HeaderOf(context.Request);

    private static bool IsInternal(string header) => header.StartsWith("X-Internal-", StringComparison.OrdinalIgnoreCase);

    private static ValueTask Show(ResponseTransformContext response)
    {
        var context = response.HttpContext;
        context.Response.Headers.Remove(HeaderNames.Server);
        if (SignInRedirect.Wanted(response))
        {
            response.SuppressResponseBody = true;
            SignInRedirect.Redirect(context);
        }
        AnswerHeaders.Fill(context, context.RequestServices.GetRequiredService<ServiceOptions>());
        return ValueTask.CompletedTask;
    }
}
