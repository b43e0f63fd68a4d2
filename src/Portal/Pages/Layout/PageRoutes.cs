namespace Revitalization.Portal.Pages.Layout;

internal static class PageRoutes
{
    private static readonly string[] s_reading = ["GET", "HEAD"];

    /// <summary>A page, or only its headers: whoever checks links or watches whether a site stands asks for no more.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder routes, string pattern, Delegate show) =>
        routes.MapMethods(pattern, s_reading, show);
}
