namespace Revitalization.Portal.OData.Http;

/// <summary>
/// Pages of any origin may read the public feeds (CORS): they are public, and no cookie or credential means anything here. The
/// province's channel is signed in to, so it lets no other origin in.
/// </summary>
internal static class CrossOrigin
{
    private const string Exposed =
        "ETag, OData-Version, Preference-Applied, Content-Disposition, Content-Length, Content-Range, Accept-Ranges, Retry-After, Location, X-Correlation-Id";

    public static void UseCrossOrigin(this WebApplication app, PortalOptions portal)
    {
        if (portal.Channel == "province") return;
        app.UseWhen(IsFeed, feeds => feeds.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                Allow(http.Response.Headers);
                return Task.CompletedTask;
            });
            return next(http);
        }));
        foreach (var feeds in (string[])["/odata/{**path}", "/data/{**path}", "/.well-known/{**path}"]) app.MapMethods(feeds, ["OPTIONS"], Preflight).AllowAnonymous();
    }

    public static void Allow(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = Exposed;
    }

    public static bool IsFeed(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/odata", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/data", StringComparison.Ordinal)
        || http.Request.Path.StartsWithSegments("/.well-known", StringComparison.Ordinal);

    private static Task Preflight(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.Allow = headers.AccessControlAllowMethods = "GET, HEAD, OPTIONS, POST";
        headers.AccessControlAllowHeaders = "*";
        headers.AccessControlMaxAge = "86400";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
