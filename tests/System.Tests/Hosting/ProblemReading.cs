using System.Net;
using System.Text.Json;

namespace Revitalization.SystemTests.Hosting;

/// <summary>Reads a problem document and checks what every one of them has.</summary>
public sealed record ProblemReading(HttpStatusCode Status, string Code, string Title, string Detail, IReadOnlyList<string> Fields)
{
    public static async Task<ProblemReading> Of(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var problem = document.RootElement;
        var code = problem.GetProperty("code").GetString()!;
        problem.GetProperty("type").GetString().ShouldBe($"/api/problems/{code}");
        problem.GetProperty("status").GetInt32().ShouldBe((int)response.StatusCode);
        problem.GetProperty("traceId").GetString().ShouldBe(response.Headers.GetValues("X-Correlation-Id").Single());
        var title = problem.GetProperty("title").GetString()!;
        title.Any(letter => letter is >= '一' and <= '鿿').ShouldBeTrue("titles are Chinese");
        return new(response.StatusCode, code, title, problem.GetProperty("detail").GetString()!, FieldsOf(problem));
    }

    private static string[] FieldsOf(JsonElement problem) => problem.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => error.GetProperty("field").GetString()!)]
        : [];
}
