using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Revitalization.Contracts.Identity;
using Revitalization.Contracts.Requests;
using Revitalization.Hosting.Correlation;
using Revitalization.Hosting.Headers;

namespace Revitalization.Hosting.Refusals;

/// <summary>Writes the problem that stands behind a bare status, or a given one, as document or page.</summary>
public static class StatusProblems
{
    public static Task Write(HttpContext context, Enum refusal, string? detail = null, params IEnumerable<FieldError> errors)
    {
        var problem = Problems.Document(refusal, detail, errors);
        return WriteDocument(context, problem);
    }

    internal static Task Write(HttpContext context) =>
        context.Features.Get<RefusedAccess>() is { } refused
            ? Write(context, refused.Refusal)
            : Behind(context.Response.StatusCode) is { } refusal ? Write(context, refusal) : Task.CompletedTask;

    private static async Task WriteDocument(HttpContext context, ProblemDetails problem)
    {
        var options = context.RequestServices.GetRequiredService<ServiceOptions>();
        context.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        AnswerHeaders.Fill(context, options);
        context.Response.Headers.CacheControl = "no-store";
        if (options.ErrorPage is { } page && PrefersPage(context.Request))
        {
            problem.Extensions["traceId"] = CorrelationId.Of(context);
            await page(context, problem);
        }
        else
        {
            await TypedResults.Problem(problem).ExecuteAsync(context);
        }
    }

    private static bool PrefersPage(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(media => media.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static Enum? Behind(int status) => status switch
    {
        400 => RequestRefusal.ParameterInvalid,
        401 => AccessRefusal.SignInRequired,
        403 => AccessRefusal.RoleInsufficient,
        404 => RequestRefusal.AddressUnknown,
        405 => RequestRefusal.MethodNotAllowed,
        408 or 504 => RequestRefusal.TimedOut,
        413 => RequestRefusal.TooLarge,
        415 => RequestRefusal.MediaTypeUnsupported,
        429 => RequestRefusal.TooMany,
        431 => RequestRefusal.HeaderTooLarge,
        500 => RequestRefusal.Unexpected,
        502 => RequestRefusal.ServiceFailed,
        503 => RequestRefusal.ServiceUnavailable,
        _ => null,
    };
}
