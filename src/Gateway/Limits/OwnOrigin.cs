using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Refusals;

namespace Revitalization.Gateway.Limits;

/// <summary>
/// A write that a browser makes with its cookie must come from our own pages (CSRF). SameSite=Strict says so already; a
/// browser that does not know it, or a sister site under the same domain, is caught here.
/// </summary>
internal static class OwnOrigin
{
    public static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    public static bool Claims(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0 && site != "same-origin") return false;
        return string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    public static Task Refuse(HttpContext context) => StatusProblems.Write(context, RequestRefusal.OriginForeign);
}
