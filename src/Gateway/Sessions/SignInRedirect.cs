using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Transforms;

namespace Revitalization.Gateway.Sessions;

/// <summary>A person whose page needs a caller is shown the sign-in page, and comes back to where they were.</summary>
internal static class SignInRedirect
{
    public const string Page = "/workbench/sign-in";

    public static bool Wanted(ResponseTransformContext response) =>
        response.ProxyResponse?.StatusCode == System.Net.HttpStatusCode.Unauthorized
        && HttpMethods.IsGet(response.HttpContext.Request.Method)
        && response.HttpContext.Request.Path.StartsWithSegments("/workbench")
        && response.HttpContext.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static void Redirect(HttpContext context)
    {
        var request = context.Request;
        var ended = SessionCookie.IsPresent(request) ? "&failed=ended" : "";
        foreach (var header in new[] { HeaderNames.ContentLength, HeaderNames.ContentType, HeaderNames.WWWAuthenticate }) context.Response.Headers.Remove(header);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{Page}?returnTo={Uri.EscapeDataString(request.Path + request.QueryString)}{ended}";
        context.Response.Headers.CacheControl = "no-store";
    }

    /// <summary>An address of our own, or the workbench: a sign-in must not lead a person to another site.</summary>
    public static string OwnPage(string? address) =>
        address is { Length: > 1 and < 2048 } && address[0] == '/' && address[1] is not ('/' or '\\') && !address.Any(char.IsControl)
            ? address
            : "/workbench/";
}
