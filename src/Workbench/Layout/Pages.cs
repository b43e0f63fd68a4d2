using Microsoft.AspNetCore.Components;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Layout;

/// <summary>A page of the Workbench: who looks, and what is shown.</summary>
public abstract class PageOf<TView> : ComponentBase
{
    [Parameter, EditorRequired] public required Viewer Viewer { get; set; }

    [Parameter, EditorRequired] public required TView View { get; set; }
}

internal static class Pages
{
    public static HtmlPage<TPage> Show<TPage, TView>(Viewer viewer, TView view, int status = StatusCodes.Status200OK) where TPage : PageOf<TView> =>
        new(new Dictionary<string, object?> { ["Viewer"] = viewer, ["View"] = view }, status);

    /// <summary>What the Silo refused to show: the refusal itself is the page.</summary>
    public static HtmlPage<RefusedPage> Refused(Viewer viewer, Problem problem) =>
        Show<RefusedPage, Problem>(viewer, problem, problem.Status);

    /// <summary>After an accepted form: the browser fetches the next page, so that reloading sends nothing twice.</summary>
    public static IResult SeeOther(string address) => new Redirection(address);

    private sealed class Redirection(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
