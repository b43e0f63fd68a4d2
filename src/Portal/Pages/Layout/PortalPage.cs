using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Net.Http.Headers;
using Revitalization.Contracts.Releases;
using Revitalization.Hosting.Look;
using Revitalization.Portal.Replica;

namespace Revitalization.Portal.Pages.Layout;

/// <summary>A page of the portal: what it shows, all of one release.</summary>
public abstract class PageOf<TView> : ComponentBase
{
    [Parameter, EditorRequired] public required TView View { get; set; }
}

/// <summary>
/// A page that depends on nothing but its address and the release: its ETag names both the release and this build, so a reader who
/// comes back, and every cache between, is told "unchanged" until the next release.
/// </summary>
/// <param name="edition">What else the page is made of: letters, digits, points and hyphens.</param>
internal sealed class ReleasedPage<TPage, TView>(ReleaseManifest? release, TView view, int status = StatusCodes.Status200OK, string? edition = null) : IResult
    where TPage : PageOf<TView>
{
    private static readonly string Build = typeof(TPage).Module.ModuleVersionId.ToString("N")[..8];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.GetTypedHeaders();
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        httpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Cookie); // The one cookie that reaches us is the reading mode.
        var redactions = httpContext.RequestServices.GetRequiredService<ReplicaStore>().State.Redactions.Count;
        headers.ETag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"r{release?.Number ?? 0}.{redactions}-{Build}{edition}{ReadingMode.Edition(httpContext.Request)}\""), isWeak: true);
        var known = httpContext.Request.GetTypedHeaders().IfNoneMatch;
        if (status == StatusCodes.Status200OK && known.Any(tag => tag.Compare(headers.ETag, useStrongComparison: false)))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return new HtmlPage<TPage>(new Dictionary<string, object?> { ["View"] = view }, status).ExecuteAsync(httpContext);
    }
}
