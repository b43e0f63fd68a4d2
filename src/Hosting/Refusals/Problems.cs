using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Revitalization.Contracts.Refusals;

namespace Revitalization.Hosting.Refusals;

/// <summary>
/// Refusals as RFC 9457 documents: <c>type</c> is <c>/api/problems/{code}</c>, title and detail are Chinese.
/// </summary>
public static class Problems
{
    public const string MediaType = "application/problem+json";

    public static ProblemHttpResult From(Enum refusal, string? detail = null, params IEnumerable<FieldError> errors) =>
        From(RefusalCatalog.EntryOf(refusal), detail, errors);

    public static ProblemHttpResult From(RefusalEntry refusal, string? detail = null, params IEnumerable<FieldError> errors) =>
        TypedResults.Problem(Document(refusal, detail, errors));

    public static ProblemDetails Document(Enum refusal, string? detail = null, params IEnumerable<FieldError> errors) =>
        Document(RefusalCatalog.EntryOf(refusal), detail, errors);

    public static ProblemDetails Document(RefusalEntry refusal, string? detail = null, params IEnumerable<FieldError> errors)
    {
        var problem = new ProblemDetails
        {
            Type = $"/api/problems/{refusal.Code}",
            Title = refusal.Title,
            Status = refusal.Status,
            Detail = detail ?? refusal.Remedy,
        };
        problem.Extensions["code"] = refusal.Code;
        if (errors.ToArray() is { Length: > 0 } listed) problem.Extensions["errors"] = listed;
        return problem;
    }
}
