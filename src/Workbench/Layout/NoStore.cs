using Microsoft.Net.Http.Headers;

namespace Revitalization.Workbench.Layout;

internal static class NoStore
{
    /// <summary>Pages show personal data: no cache keeps them, not even the browser's own after signing out. Assets say otherwise for themselves.</summary>
    public static void UseNoStore(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return next(context);
    });
}
