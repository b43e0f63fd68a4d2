using Revitalization.Hosting.Ports;

namespace Revitalization.Portal.Province;

/// <summary>
/// The province's portal is the public one over another channel, under other addresses: <c>/odata/province/…</c> its service,
/// <c>/province/data/…</c> its downloads and proofs, <c>/province/</c> its own page. Nothing else is reached.
/// </summary>
internal static class ProvincePaths
{
    public const string Service = "/odata/province/";
    public const string Page = "/province";
    private const string Data = "/province/data";

    /// <summary>Before routing: the same endpoints answer.</summary>
    public static void UseProvincePaths(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (InternalPort.Carries(http)) return next(http); // Probes and metrics have the addresses that every service has.
        http.Items[typeof(ProvincePaths)] = http.Request.Path.Value + http.Request.QueryString.Value;
        http.Request.Path = Inside(http.Request.Path);
        return next(http);
    });

    /// <summary>As it was asked for.</summary>
    public static string Asked(HttpContext http) => http.Items[typeof(ProvincePaths)] as string ?? "";

    private static PathString Inside(PathString path)
    {
        if (path.StartsWithSegments("/odata/province", StringComparison.Ordinal, out var query)) return "/odata" + (query.HasValue ? query.Value : "/");
        if (path.StartsWithSegments(Data, StringComparison.Ordinal, out var file)) return "/data" + file.Value;
        return path.StartsWithSegments(Page, StringComparison.Ordinal) ? path : "/province-knows-no-such-address";
    }
}
