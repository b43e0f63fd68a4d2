using Microsoft.AspNetCore.Mvc;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Layout;

/// <summary>Refusals that no page stated itself. Who is not signed in is taken to sign in and brought back.</summary>
internal static class ErrorPages
{
    public static async Task Show(HttpContext context, ProblemDetails problem)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.PathBase + context.Request.Path + context.Request.QueryString : "/workbench/";
            await Pages.SeeOther($"/workbench/sign-in?returnTo={Uri.EscapeDataString(back)}").ExecuteAsync(context);
            return;
        }

        var stated = new Problem(problem.Status ?? 500, problem.Type, problem.Title, problem.Detail, null, problem.Extensions["traceId"] as string);
        var page = await Viewer.BindAsync(context) is { } viewer
            ? (IResult)Pages.Refused(viewer, stated)
            : new HtmlPage<BareRefusalPage>(new Dictionary<string, object?> { [nameof(BareRefusalPage.Problem)] = stated }, stated.Status);
        await page.ExecuteAsync(context);
    }
}
