using Microsoft.AspNetCore.Mvc;
using Revitalization.Hosting.Look;

namespace Revitalization.Portal.Pages.Layout;

/// <summary>A refusal for a person's browser. It reads nothing of the replica, which may be what failed.</summary>
internal static class ErrorPages
{
    public static Task Show(HttpContext context, ProblemDetails problem) =>
        new HtmlPage<RefusalPage>(
            new Dictionary<string, object?> { ["View"] = problem }, problem.Status ?? StatusCodes.Status500InternalServerError).ExecuteAsync(context);
}
