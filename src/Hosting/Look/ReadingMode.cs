using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Revitalization.Hosting.Look;

/// <summary>
/// How one reader wants pages: as designed, or 适老 (larger type and targets, stronger contrast, fewer links). It is kept in a cookie that
/// says only this, the same for everyone who chose it, so it needs no consent and can stand for nobody.
/// </summary>
public sealed class ReadingMode
{
    /// <summary>Where a reader changes it: POST, with <c>mode</c> and the page to come back to.</summary>
    public const string Address = "/reading";

    public const string Easy = "easy";

    private const string Cookie = "reading";
    private const int LongestWayBack = 2000;

    public bool IsEasy { get; private set; }

    /// <summary>The page being read, to come back to.</summary>
    public string Here { get; private set; } = "/";

    /// <summary>A class of the whole page, or null.</summary>
    public string? Class => IsEasy ? Easy : null;

    /// <summary>Tells answers apart that differ by nothing else.</summary>
    public static string Edition(HttpRequest request) => Asked(request) ? "-easy" : "";

    /// <summary>The Cookie header that a service without credentials is given: this, or nothing.</summary>
    public static string? HeaderOf(HttpRequest request) => Asked(request) ? $"{Cookie}={Easy}" : null;

    public void Read(HttpRequest request)
    {
        IsEasy = Asked(request);
        var here = request.PathBase + request.Path + request.QueryString;
        Here = HttpMethods.IsGet(request.Method) && here.Length <= LongestWayBack ? here : "/";
    }

    /// <summary>Keeps the choice and leads back. A foreign address leads home: nobody may use us to lead a reader elsewhere.</summary>
    public static RedirectHttpResult Change(HttpContext context, string? mode, string? back)
    {
        var form = new CookieOptions
        {
            Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(365),
        };
        if (mode == Easy) context.Response.Cookies.Append(Cookie, Easy, form);
        else context.Response.Cookies.Delete(Cookie, form);
        return TypedResults.LocalRedirect(back is not null && RedirectHttpResult.IsLocalUrl(back) && back.StartsWith('/') ? back : "/");
    }

    private static bool Asked(HttpRequest request) => request.Cookies[Cookie] == Easy;
}
