namespace Revitalization.Gateway.Sessions;

/// <summary>The browser's side of a session. Without an age: it ends with the browser, and in any case with the Silo's session.</summary>
internal sealed class SessionCookie(SessionSeal seal)
{
    // The prefix makes a browser refuse the cookie from a sister site; it only accepts the prefix over https.
    private const string Secured = "__Host-session", Plain = "session";

    public void Set(HttpContext context, string secret) =>
        context.Response.Cookies.Append(NameFor(context.Request), seal.Seal(secret), Form(context.Request));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Form(context.Request));

    public static bool IsPresent(HttpRequest request) => request.Cookies.ContainsKey(NameFor(request));

    /// <summary>The session secret within, or null.</summary>
    public string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(NameFor(request), out var value) ? seal.Open(value) : null;

    /// <summary>The Cookie header without ours: a service behind never sees the session.</summary>
    public static string OtherCookies(HttpRequest request) => request.Headers.Cookie.Count == 0 ? "" : string.Join("; ", request.Headers.Cookie
        .SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Where(pair => !pair.StartsWith(Secured + "=", StringComparison.Ordinal) && !pair.StartsWith(Plain + "=", StringComparison.Ordinal)));

    private static string NameFor(HttpRequest request) => request.IsHttps ? Secured : Plain;

    private static CookieOptions Form(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
