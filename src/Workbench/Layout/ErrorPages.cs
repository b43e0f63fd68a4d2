using Microsoft.AspNetCore.Mvc;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Layout;

/// <summary>Refusals that no page stated itself. The Gateway turns a 401 into the sign-in page and brings the reader back.</summary>
internal static class ErrorPages
{
    public static async Task Show(HttpContext context, ProblemDetails problem)
    {
        var stated = new Problem(problem.Status ?? 500, problem.Type, problem.Title, problem.Detail, null, problem.Extensions["traceId"] as string);
        var page = await Viewer.BindAsync(context) is { } viewer
            ? (IResult)Pages.Refused(viewer, stated)
            : new HtmlPage<BareRefusalPage>(new Dictionary<string, object?> { [nameof(BareRefusalPage.Problem)] = stated }, stated.Status);
        await page.ExecuteAsync(context);
    }
}
